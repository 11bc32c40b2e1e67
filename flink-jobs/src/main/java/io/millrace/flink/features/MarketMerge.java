package io.millrace.flink.features;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.flink.trades.MarketStep;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts an instrument's quotes between its trades, bars and clocks, in one order that does not depend on which topic was
 * read faster: the steps in theirs, and before a step all quotes of an earlier time; so a quote comes behind the trades
 * of its time, and a bar sees the quotes before its end.
 *
 * <p>The quotes' clock is the latest event time of quotes and clock records. A step waits until no quote before it can
 * come: until the quotes' clock is the lateness bound ahead of it. A quote waits for the step behind it, in order of
 * (event time, sequence).
 *
 * <p>If no quotes come, {@link Patience} ends the wait: steps go on without them, and are told apart. A quote from before
 * such a step is too late.
 */
final class MarketMerge {
    /** What is remembered of one instrument; public fields so that Flink stores it field by field. */
    public static final class State {
        public long quoteClockNanos = Long.MIN_VALUE;

        public List<PendingQuote> quotes = new ArrayList<>();
        /** How many at the front of the quotes are taken already. */
        public int quotesTaken;

        public List<MarketStep> steps = new ArrayList<>();
        /** How many at the front of the steps are taken already. */
        public int stepsTaken;
        /** Time of the latest step. */
        public long stepClockNanos = Long.MIN_VALUE;
        /** No quote before this time is waited for any more, for want of patience. */
        public long givenUpNanos = Long.MIN_VALUE;
        /** Time of the latest step that went on without quotes. */
        public long unquotedNanos = Long.MIN_VALUE;
        /** Since when, in the time of the machine, something waits and no quote was heard. */
        public long heardMillis;

        public State() {}
    }

    /** Where trades, bars, clocks and quotes go in their order. */
    interface Output {
        /**
         * Takes the next trade, bar or clock.
         *
         * @param unquoted whether quotes may be missing in it that were not waited for any longer
         */
        void step(MarketStep step, boolean unquoted) throws Exception;

        void quote(Quote quote) throws Exception;
    }

    private final long latenessNanos;
    private final Patience patience;

    MarketMerge(long latenessNanos, Patience patience) {
        this.latenessNanos = latenessNanos;
        this.patience = patience;
    }

    /** @param nowMillis time of the machine */
    void add(State state, MarketStep step, long nowMillis, Output out) throws Exception {
        if (state.stepsTaken == state.steps.size()) {
            state.heardMillis = nowMillis;
        }
        state.steps.add(step);
        state.stepClockNanos = Math.max(state.stepClockNanos, placeNanos(step));
        if (patience.isQuiet(state.heardMillis, nowMillis)) {
            state.givenUpNanos = Math.max(state.givenUpNanos, patience.horizonNanos(state.stepClockNanos));
        }
        advance(state, out);
    }

    /**
     * Takes a quote, unless it is further behind the quotes' clock than the lateness bound, or was given up.
     *
     * @param nowMillis time of the machine
     */
    boolean add(State state, Quote quote, long nowMillis, Output out) throws Exception {
        state.heardMillis = nowMillis;
        if (quote.eventTimeNanos() < horizonNanos(state)) {
            return false;
        }
        insert(state, PendingQuote.of(quote));
        clock(state, quote.eventTimeNanos(), nowMillis, out);
        return true;
    }

    /** Moves the quotes' clock, never back. */
    void clock(State state, long timeNanos, long nowMillis, Output out) throws Exception {
        state.heardMillis = nowMillis;
        if (timeNanos > state.quoteClockNanos) {
            state.quoteClockNanos = timeNanos;
            advance(state, out);
        }
    }

    /** No quote before this time is waited for. */
    private long horizonNanos(State state) {
        return Math.max(quotedNanos(state), state.givenUpNanos);
    }

    /** All quotes before this time are here. */
    private long quotedNanos(State state) {
        return state.quoteClockNanos < Long.MIN_VALUE + latenessNanos
                ? Long.MIN_VALUE
                : state.quoteClockNanos - latenessNanos;
    }

    private static void insert(State state, PendingQuote quote) {
        int index = state.quotes.size();
        while (index > state.quotesTaken && isBefore(quote, state.quotes.get(index - 1))) {
            index--;
        }
        state.quotes.add(index, quote);
    }

    private static boolean isBefore(PendingQuote a, PendingQuote b) {
        return a.eventTimeNanos != b.eventTimeNanos ? a.eventTimeNanos < b.eventTimeNanos : a.sequence < b.sequence;
    }

    private void advance(State state, Output out) throws Exception {
        long horizon = horizonNanos(state);
        while (state.stepsTaken < state.steps.size()) {
            var step = state.steps.get(state.stepsTaken);
            long time = placeNanos(step);
            if (time > horizon) {
                break;
            }
            quotesBefore(state, time, InstrumentId.of(step.instrument()), out);
            boolean unquoted = time > quotedNanos(state);
            state.unquotedNanos = unquoted ? time : state.unquotedNanos;
            // A bar may have its end among the quotes and its trades before them.
            out.step(step, unquoted || (step.isBar() && step.bar().openTimeNanos() < state.unquotedNanos));
            state.stepsTaken++;
        }
        state.stepsTaken = forget(state.steps, state.stepsTaken);
        state.quotesTaken = forget(state.quotes, state.quotesTaken);
    }

    private static void quotesBefore(State state, long timeNanos, InstrumentId instrument, Output out)
            throws Exception {
        while (state.quotesTaken < state.quotes.size()
                && state.quotes.get(state.quotesTaken).eventTimeNanos < timeNanos) {
            out.quote(state.quotes.get(state.quotesTaken++).quote(instrument));
        }
    }

    /** The time before which all quotes come before a step: a clock says that all trades up to its lateness are out. */
    private long placeNanos(MarketStep step) {
        return step.isBar()
                ? step.bar().endTimeNanos()
                : step.isTrade() ? step.knownAtNanos() : step.knownAtNanos() - latenessNanos;
    }

    /** Drops what is taken once it is the larger part: each is moved once on average. */
    private static int forget(List<?> list, int taken) {
        if (taken * 2 <= list.size() && taken < list.size()) {
            return taken;
        }
        list.subList(0, taken).clear();
        return 0;
    }
}
