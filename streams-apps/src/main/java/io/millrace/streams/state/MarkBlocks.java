package io.millrace.streams.state;

import io.millrace.core.clock.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The marks of one instrument, and which of them share a block of the store. A block is named by the time of its first
 * mark and written whole. Forgetting deletes whole blocks: after a restart there may be a few marks more at the old end,
 * which nobody asks for.
 */
final class MarkBlocks {
    private static final int MARKS_PER_BLOCK = 32;

    private final NavigableMap<Long, Clock> marks = new TreeMap<>();
    private final TreeSet<Long> starts = new TreeSet<>();
    private final TreeSet<Long> changed = new TreeSet<>();

    void load(List<Clock> block) {
        starts.add(block.get(0).timeNanos());
        block.forEach(clock -> marks.put(clock.timeNanos(), clock));
    }

    void put(Clock clock) {
        var start = starts.floor(clock.timeNanos());
        if (start == null || block(start).size() >= MARKS_PER_BLOCK) {
            start = clock.timeNanos();
            starts.add(start);
        }
        marks.put(clock.timeNanos(), clock);
        changed.add(start);
    }

    Clock latest(long atOrBeforeNanos) {
        return valueOf(marks.floorEntry(atOrBeforeNanos));
    }

    Clock next(long afterNanos) {
        return valueOf(marks.higherEntry(afterNanos));
    }

    void removeBefore(long nanos) {
        marks.headMap(nanos, false).clear();
        while (!starts.isEmpty() && block(starts.first()).isEmpty()) {
            changed.add(starts.pollFirst());
        }
    }

    /** Hands over each changed block, null for one that is to be deleted. */
    void write(BiConsumer<Long, List<Clock>> writer) {
        for (long start : changed) {
            writer.accept(
                    start, starts.contains(start) ? List.copyOf(block(start).values()) : null);
        }
        changed.clear();
    }

    private NavigableMap<Long, Clock> block(long start) {
        var end = starts.higher(start);
        return end == null ? marks.tailMap(start, true) : marks.subMap(start, true, end, false);
    }

    private static Clock valueOf(Map.Entry<Long, Clock> entry) {
        return entry == null ? null : entry.getValue();
    }
}
