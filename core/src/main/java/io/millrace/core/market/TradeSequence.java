package io.millrace.core.market;

/** Finds the duplicates and the gaps in an instrument's trades by the source's own numbers, which grow by one. */
public final class TradeSequence {
    private TradeSequence() {}

    /** What is remembered of one instrument; public fields so that a stream engine stores it field by field. */
    public static final class State {
        /** False before the first trade, whose number may be any. */
        public boolean started;

        /** The highest number seen. */
        public long last;

        public State() {}
    }

    /** Where a number stands to those before it. */
    public enum Kind {
        /** The next one, or the first. */
        NEW,
        /** New, but numbers before it are missing. */
        GAP,
        /** Not above the last one: to be dropped. */
        DUPLICATE
    }

    /**
     * Where a trade stands to those before it.
     *
     * @param missing how many numbers a {@link Kind#GAP} left out, else 0
     */
    public record Verdict(Kind kind, long missing) {
        private static final Verdict NEW = new Verdict(Kind.NEW, 0);
        private static final Verdict DUPLICATE = new Verdict(Kind.DUPLICATE, 0);

        public boolean isDuplicate() {
            return kind == Kind.DUPLICATE;
        }
    }

    /** Judges the next number; a duplicate leaves the state as it is. */
    public static Verdict next(State state, long sequence) {
        if (!state.started) {
            state.started = true;
            state.last = sequence;
            return Verdict.NEW;
        }
        if (sequence <= state.last) {
            return Verdict.DUPLICATE;
        }
        long missing = sequence - state.last - 1;
        state.last = sequence;
        return missing == 0 ? Verdict.NEW : new Verdict(Kind.GAP, missing);
    }
}
