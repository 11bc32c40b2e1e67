package io.millrace.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.core.market.InstrumentId;
import java.util.Arrays;

/**
 * Instruments by the bytes of their text, so that a reader makes each but once. Open addressing with linear probing, at
 * most half full; a table that would grow beyond {@value #MAX_ENTRIES} instruments begins anew, so that nobody who sends
 * ever new names fills the memory.
 */
final class InstrumentTable {
    static final int MAX_ENTRIES = 1 << 16;
    private static final int FIRST_SLOTS = 1 << 6;

    private Entry[] slots = new Entry[FIRST_SLOTS];
    private int size;

    private static final class Entry {
        private final int hash;
        private final byte[] text;
        private final InstrumentId instrument;

        private Entry(int hash, byte[] text, InstrumentId instrument) {
            this.hash = hash;
            this.text = text;
            this.instrument = instrument;
        }
    }

    /**
     * The instrument whose text is in these bytes.
     *
     * @return null if no instrument can be written so
     */
    InstrumentId at(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            var entry = slots[slot];
            if (entry == null) {
                return add(hash, Arrays.copyOfRange(bytes, from, to));
            }
            if (entry.hash == hash && Arrays.equals(entry.text, 0, entry.text.length, bytes, from, to)) {
                return entry.instrument;
            }
        }
    }

    private InstrumentId add(int hash, byte[] text) {
        InstrumentId instrument;
        try {
            instrument = InstrumentId.of(new String(text, UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (size == MAX_ENTRIES) {
            slots = new Entry[FIRST_SLOTS];
            size = 0;
        } else if (2 * (size + 1) > slots.length) {
            grow();
        }
        put(new Entry(hash, text, instrument));
        size++;
        return instrument;
    }

    private void grow() {
        var before = slots;
        slots = new Entry[2 * before.length];
        for (var entry : before) {
            if (entry != null) {
                put(entry);
            }
        }
    }

    private void put(Entry entry) {
        int mask = slots.length - 1;
        int slot = entry.hash & mask;
        while (slots[slot] != null) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = entry;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        // Names differ at their end, in a few bits; the slot is in the lowest.
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 16;
    }
}
