package io.millrace.streams.papervenue;

import io.millrace.core.execution.MarketEvent;
import io.millrace.streams.state.GrowingBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** The waiting events of one instrument and kind, numbered from 0; a fixed number of them share a block of the store. */
final class EventBlocks {
    private static final int EVENTS_PER_BLOCK = 32;

    private final String instrument;
    private final EventBlockFormat format;
    private final LongFunction<List<MarketEvent>> reader;
    private final Map<Long, List<MarketEvent>> blocks = new HashMap<>();
    /** Blocks to be written, null for one to be deleted. */
    private final Map<Long, GrowingBlock> changed = new HashMap<>();
    /** The latest block, null before the first event since the start. */
    private GrowingBlock growing;

    private long first;
    private long last;

    /** @param reader gives the events of a block from the store, none if it is not there */
    EventBlocks(String instrument, EventBlockFormat format, LongFunction<List<MarketEvent>> reader) {
        this.instrument = instrument;
        this.format = format;
        this.reader = reader;
    }

    MarketEvent event(long number) {
        first = number / EVENTS_PER_BLOCK;
        return block(first).get((int) (number % EVENTS_PER_BLOCK));
    }

    void put(long number, MarketEvent event) {
        last = number / EVENTS_PER_BLOCK;
        var block = block(last);
        if (growing == null || growing.size() == EVENTS_PER_BLOCK) {
            growing = format.block(instrument);
            block.forEach(known -> growing.add(format.item(known)));
        }
        if (growing.size() != number % EVENTS_PER_BLOCK) {
            throw new IllegalStateException("event " + number + " follows " + growing.size() + " in its block");
        }
        block.add(event);
        growing.add(format.item(event));
        changed.put(last, growing);
    }

    /** Events are removed from the earliest on; a block goes with its last one. */
    void remove(long number) {
        if (number % EVENTS_PER_BLOCK == EVENTS_PER_BLOCK - 1) {
            long block = number / EVENTS_PER_BLOCK;
            blocks.remove(block);
            changed.put(block, null);
        }
    }

    /** Hands over each changed block by its number, and keeps only the ends in memory. */
    void write(BiConsumer<Long, Supplier<byte[]>> written, LongConsumer deleted) {
        changed.forEach((block, events) -> {
            if (events == null) {
                deleted.accept(block);
            } else {
                written.accept(block, events.encoded());
            }
        });
        changed.clear();
        if (blocks.size() > 2) {
            blocks.keySet().removeIf(block -> block != first && block != last);
        }
    }

    private List<MarketEvent> block(long block) {
        return blocks.computeIfAbsent(block, number -> new ArrayList<>(reader.apply(number)));
    }
}
