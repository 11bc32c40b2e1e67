package io.millrace.core.quality;

import io.millrace.core.market.Finding;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts what was found on an instrument until its clock enters the next bar of the smallest interval, and tells it then:
 * at most one event per flag and bar, however bad the source.
 */
public final class QualityTally {
    /** What is remembered of one instrument; public fields so that a stream engine stores it field by field. */
    public static final class State {
        /** Number of the bar in which the entries were found. */
        public long bar;

        /** One per flag that was found. */
        public List<Entry> entries = new ArrayList<>();

        public State() {}
    }

    /** What was found of one kind. */
    public static final class Entry {
        /** A {@link QualityFlag}'s bit. */
        public int flag;

        public long eventTimeNanos;
        public long sequence;
        public long count;
        public double actual;
        public double limit;

        public Entry() {}
    }

    private final long intervalNanos;

    public QualityTally(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    /** Notes a finding, made while the instrument's clock stood there. */
    public void add(State state, Finding finding, long clockNanos) {
        if (state.entries.isEmpty()) {
            state.bar = Math.floorDiv(clockNanos, intervalNanos);
        }
        var entry = entry(state, finding.flag().bit());
        if (entry.count == 0) {
            entry.eventTimeNanos = finding.timeNanos();
            entry.sequence = finding.sequence();
            entry.actual = finding.actual();
            entry.limit = finding.limit();
        }
        entry.count++;
        entry.actual = Math.max(entry.actual, finding.actual());
    }

    /** Tells what was found before, if the clock has entered another bar. */
    public void tell(State state, InstrumentId instrument, long clockNanos, Consumer<QualityEvent> out) {
        if (state.entries.isEmpty()) {
            return;
        }
        if (Math.floorDiv(clockNanos, intervalNanos) != state.bar) {
            state.entries.forEach(entry -> out.accept(event(instrument, entry)));
            state.entries.clear();
        }
    }

    private static Entry entry(State state, int flag) {
        for (var entry : state.entries) {
            if (entry.flag == flag) {
                return entry;
            }
        }
        var entry = new Entry();
        entry.flag = flag;
        state.entries.add(entry);
        return entry;
    }

    private static QualityEvent event(InstrumentId instrument, Entry entry) {
        var flag = QualityFlag.valueOf(QualityFlag.names(entry.flag).get(0));
        return new QualityEvent(
                instrument, entry.eventTimeNanos, flag, entry.sequence, entry.count, entry.actual, entry.limit);
    }
}
