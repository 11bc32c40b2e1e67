package io.millrace.streams.papervenue;

import io.millrace.core.execution.MarketEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/** The waiting trades of one instrument, numbered from 0; a fixed number of them share a block. */
final class EventBlocks {
    private static final int EVENTS_PER_BLOCK = 32;

    private final LongFunction<List<MarketEvent>> reader;
    private final Map<Long, List<MarketEvent>> blocks = new HashMap<>();
    private final TreeSet<Long> changed = new TreeSet<>();
    private final TreeSet<Long> deleted = new TreeSet<>();
    private long first;
    private long last;

    /** @param reader gives the events of a block from the store, null if it is not there */
    EventBlocks(LongFunction<List<MarketEvent>> reader) {
        this.reader = reader;
    }

    MarketEvent event(long number) {
        first = number / EVENTS_PER_BLOCK;
        return block(first).get((int) (number % EVENTS_PER_BLOCK));
    }

    void put(long number, MarketEvent event) {
        last = number / EVENTS_PER_BLOCK;
        var block = block(last);
        int place = (int) (number % EVENTS_PER_BLOCK);
        if (block.size() != place) {
            throw new IllegalStateException("event " + number + " follows " + block.size() + " in its block");
        }
        block.add(event);
        changed.add(last);
    }

    /** Events are removed from the earliest on; a block goes with its last one. */
    void remove(long number) {
        if (number % EVENTS_PER_BLOCK == EVENTS_PER_BLOCK - 1) {
            long block = number / EVENTS_PER_BLOCK;
            blocks.remove(block);
            changed.remove(block);
            deleted.add(block);
        }
    }

    /** Hands over each changed block, null for one that is to be deleted, and keeps only the ends in memory. */
    void write(BiConsumer<Long, List<MarketEvent>> writer) {
        changed.forEach(block -> writer.accept(block, blocks.get(block)));
        deleted.forEach(block -> writer.accept(block, null));
        changed.clear();
        deleted.clear();
        if (blocks.size() > 2) {
            blocks.keySet().removeIf(block -> block != first && block != last);
        }
    }

    private List<MarketEvent> block(long block) {
        return blocks.computeIfAbsent(block, number -> {
            var stored = reader.apply(number);
            return stored == null ? new ArrayList<>() : new ArrayList<>(stored);
        });
    }
}
