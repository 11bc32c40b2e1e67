package io.millrace.core.clock;

import io.millrace.core.market.Bar;
import io.millrace.core.market.Finding;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.bar.BarType;
import io.millrace.core.market.bar.EventBarState;
import io.millrace.core.market.bar.EventBars;
import io.millrace.core.money.Price;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the bars that something else than time closes between the bars and clocks of a {@link BarTimeline}: it is what
 * the timeline sends to, and sends all on.
 *
 * <p>Such a bar is known once the trade that closes it has its place in the order: at the trade's time plus 1 ns plus
 * the lateness bound, as a bar of time that ends there would be. It comes before the bars of time that end there, and
 * with others of its kind in the order of the types' names; behind the bars of one time comes a clock. A trade that
 * missed its place counts in the bars that are open when it comes, and what it closes is known at the instrument's
 * clock, behind which no clock of its own comes.
 */
public final class EventBarTimeline {
    /** What is remembered of one instrument; public fields so that a stream engine stores it field by field. */
    public static final class State {
        /** By type. */
        public Map<String, EventBarState> bars = new HashMap<>();

        /** Whether a clock was sent. */
        public boolean clocked;

        /** Time of the last clock sent. */
        public long clockNanos;

        /** Mark of the last clock of the timeline, count of 1e-8; 0 before the first. */
        public long markUnits;

        public long markTimeNanos;

        /** Quality flags of the bar that made the mark. */
        public int markQuality;

        public State() {}
    }

    /** One call of the timeline. */
    @FunctionalInterface
    public interface Call<R> {
        R to(BarTimeline.Output out);
    }

    private final EventBars bars;
    private final long latenessNanos;

    /**
     * @param types of the bars
     * @param latenessNanos of the timeline
     */
    public EventBarTimeline(List<BarType> types, long latenessNanos) {
        this.bars = new EventBars(types);
        this.latenessNanos = latenessNanos;
    }

    /**
     * Makes a call of the timeline and sends what it sends, with the event bars in their places.
     *
     * @param clockNanos the instrument's clock before the call, {@link Long#MIN_VALUE} before its first record
     * @return what the call returns
     */
    public <R> R send(State state, long clockNanos, BarTimeline.Output out, Call<R> call) {
        if (bars.isEmpty()) {
            return call.to(out);
        }
        var places = new Places(state, clockNanos, out);
        R result = call.to(places);
        places.sendClock();
        return result;
    }

    private final class Places implements BarTimeline.Output {
        private final State state;
        private final long clockBeforeNanos;
        private final BarTimeline.Output out;

        /** Of the event bars behind which no clock came yet. */
        private InstrumentId unclocked;

        private long unclockedNanos;

        private Places(State state, long clockBeforeNanos, BarTimeline.Output out) {
            this.state = state;
            this.clockBeforeNanos = clockBeforeNanos;
            this.out = out;
        }

        @Override
        public void trade(SettledTrade trade) {
            long knownAt = trade.eventTimeNanos() + 1 + latenessNanos;
            boolean missedItsPlace = knownAt <= clockBeforeNanos;
            if (missedItsPlace) {
                knownAt = state.clocked ? Math.max(clockBeforeNanos, state.clockNanos + 1) : clockBeforeNanos;
            } else {
                sendClockBefore(knownAt);
            }
            out.trade(trade);
            long known = knownAt;
            bars.add(state.bars, trade, bar -> {
                out.bar(bar, known);
                if (!missedItsPlace) {
                    unclocked = bar.instrument();
                    unclockedNanos = known;
                }
            });
        }

        @Override
        public void bar(Bar bar, long knownAtNanos) {
            sendClockBefore(knownAtNanos);
            out.bar(bar, knownAtNanos);
        }

        @Override
        public void clock(Clock clock) {
            sendClockBefore(clock.timeNanos());
            state.markUnits = clock.mark() == null ? 0 : clock.mark().units();
            state.markTimeNanos = clock.markTimeNanos();
            state.markQuality = clock.quality();
            unclocked = null;
            pass(clock);
        }

        @Override
        public void found(Finding finding) {
            out.found(finding);
        }

        private void sendClockBefore(long timeNanos) {
            if (unclockedNanos < timeNanos) {
                sendClock();
            }
        }

        private void sendClock() {
            if (unclocked != null) {
                var mark = state.markUnits == 0 ? null : new Price(state.markUnits);
                pass(new Clock(unclocked, 0, unclockedNanos, mark, state.markTimeNanos, state.markQuality));
                unclocked = null;
            }
        }

        private void pass(Clock clock) {
            if (!state.clocked || clock.timeNanos() > state.clockNanos) {
                state.clocked = true;
                state.clockNanos = clock.timeNanos();
                out.clock(clock);
            }
        }
    }
}
