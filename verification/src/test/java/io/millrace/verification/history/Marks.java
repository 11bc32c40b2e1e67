package io.millrace.verification.history;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.schemas.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The marks that a partition's clocks brought, by instrument and time. */
final class Marks {
    private final Map<InstrumentId, NavigableMap<Long, Clock>> clocks = new HashMap<>();

    /** Clocks that do not advance bring nothing: they were said before. */
    static Marks of(History history, Topic<?> topic, int partition) {
        var marks = new Marks();
        for (var logged : history.clocks(topic)) {
            if (logged.at().partition() == partition) {
                var known = marks.clocks.computeIfAbsent(logged.value().instrument(), any -> new TreeMap<>());
                if (known.isEmpty() || logged.value().timeNanos() > known.lastKey()) {
                    known.put(logged.value().timeNanos(), logged.value());
                }
            }
        }
        return marks;
    }

    /** The latest clock at or before a time, null if there is none. */
    Clock latest(InstrumentId instrument, long nanos) {
        var entry = of(instrument).floorEntry(nanos);
        return entry == null ? null : entry.getValue();
    }

    /** The first clock after a time, null if there is none. */
    Clock next(InstrumentId instrument, long afterNanos) {
        var entry = of(instrument).higherEntry(afterNanos);
        return entry == null ? null : entry.getValue();
    }

    private NavigableMap<Long, Clock> of(InstrumentId instrument) {
        return clocks.getOrDefault(instrument, new TreeMap<>());
    }
}
