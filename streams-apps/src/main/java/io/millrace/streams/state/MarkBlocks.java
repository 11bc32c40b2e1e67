package io.millrace.streams.state;

import io.millrace.core.clock.Clock;
import io.millrace.streams.avro.MarkState;
import io.millrace.streams.avro.MarksState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The marks of one instrument, and which of them share a block of the store. A block is named by the time of its first
 * mark. Forgetting deletes whole blocks: after a restart there may be a few marks more at the old end, which nobody asks
 * for.
 */
final class MarkBlocks {
    private static final int MARKS_PER_BLOCK = 32;
    private static final GrowingBlock.Shape SHAPE = new GrowingBlock.Shape(MarksState.getClassSchema());

    private final NavigableMap<Long, Clock> marks = new TreeMap<>();
    private final TreeSet<Long> starts = new TreeSet<>();
    /** Blocks to be written, null for one to be deleted. */
    private final Map<Long, GrowingBlock> changed = new HashMap<>();
    /** The latest block, null before the first mark since the start. */
    private GrowingBlock growing;

    /** Takes over a block that is in the store. */
    void load(List<Clock> block) {
        starts.add(block.get(0).timeNanos());
        block.forEach(clock -> marks.put(clock.timeNanos(), clock));
    }

    /** Adds a mark that is later than all others. */
    void put(Clock clock) {
        if (!marks.isEmpty() && clock.timeNanos() <= marks.lastKey()) {
            throw new IllegalArgumentException(clock + " is not after " + marks.lastKey());
        }
        if (growing == null || growing.size() >= MARKS_PER_BLOCK) {
            growing = new GrowingBlock(SHAPE, clock.instrument().toString());
            starts.add(clock.timeNanos());
        }
        marks.put(clock.timeNanos(), clock);
        growing.add(new MarkState(
                clock.partition(),
                clock.timeNanos(),
                clock.mark() == null ? null : clock.mark().units(),
                clock.markTimeNanos(),
                clock.quality()));
        changed.put(starts.last(), growing);
    }

    Clock latest(long atOrBeforeNanos) {
        return valueOf(marks.floorEntry(atOrBeforeNanos));
    }

    Clock next(long afterNanos) {
        return valueOf(marks.higherEntry(afterNanos));
    }

    void removeBefore(long nanos) {
        marks.headMap(nanos, false).clear();
        while (starts.size() > 1 && starts.higher(starts.first()) <= nanos) {
            changed.put(starts.pollFirst(), null);
        }
    }

    /** Hands over each changed block by its start. */
    void write(BiConsumer<Long, Supplier<byte[]>> written, LongConsumer deleted) {
        changed.forEach((start, block) -> {
            if (block == null) {
                deleted.accept(start);
            } else {
                written.accept(start, block.encoded());
            }
        });
        changed.clear();
    }

    private static Clock valueOf(Map.Entry<Long, Clock> entry) {
        return entry == null ? null : entry.getValue();
    }
}
