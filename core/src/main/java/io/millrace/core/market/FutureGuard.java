package io.millrace.core.market;

/**
 * Keeps one trade with a wrong stamp from moving an instrument's clock: everything after it would be late.
 *
 * <p>A trade further ahead of the clock than a bound is held back. It is believed once something confirms that time has
 * passed: the next trade, if it is at or after the held one, or earlier but as well ahead of the clock and within the
 * bound of the held one; or a clock record that comes so near. Any other trade, being earlier, refutes it. So a market
 * may rest as long and as often as it likes, and none of its trades is lost. The first record of an instrument cannot be judged. What comes of a trade depends on the order of the
 * records of one partition alone, which a replay repeats.
 */
public final class FutureGuard {
    /** What is to be done with the trade at hand and with the one held. */
    public enum Verdict {
        /** Take it; nothing is held. */
        TAKE,
        /** Hold it; nothing was held. */
        HOLD,
        /** Take the one held, which moves the clock; nothing is held any more. Then judge this one anew. */
        CONFIRMED,
        /** Refuse the one held; nothing is held any more. Then judge this one anew. */
        REFUTED
    }

    /** What is remembered of one instrument; public fields so that a stream engine stores it field by field. */
    public static final class State {
        /** Whether a trade is held. */
        public boolean holds;

        /** Its event time. */
        public long heldNanos;

        /** What was seen on its arrival. */
        public int heldQuality;

        public State() {}
    }

    private final long boundNanos;

    /** @param boundNanos how far ahead of the clock a trade may be, above zero */
    public FutureGuard(long boundNanos) {
        this.boundNanos = boundNanos;
    }

    /**
     * Judges the next trade. One that is held, or no longer, is noted in the state; the caller keeps the trade itself.
     *
     * @param clockNanos the instrument's clock, {@link Long#MIN_VALUE} before its first record
     */
    public Verdict trade(State state, long clockNanos, long timeNanos, int quality) {
        boolean ahead = clockNanos != Long.MIN_VALUE && isBeyond(timeNanos, clockNanos);
        if (state.holds) {
            state.holds = false;
            boolean later = timeNanos >= state.heldNanos;
            boolean near = ahead && !isBeyond(state.heldNanos, timeNanos);
            return later || near ? Verdict.CONFIRMED : Verdict.REFUTED;
        }
        if (!ahead) {
            return Verdict.TAKE;
        }
        state.holds = true;
        state.heldNanos = timeNanos;
        state.heldQuality = quality;
        return Verdict.HOLD;
    }

    /** Whether a clock record confirms the trade that is held, which is to be taken before it then. */
    public boolean isConfirmedBy(State state, long clockNanos) {
        boolean confirmed = state.holds && !isBeyond(state.heldNanos, clockNanos);
        if (confirmed) {
            state.holds = false;
        }
        return confirmed;
    }

    /** A difference that does not fit a long is beyond every bound. */
    private boolean isBeyond(long laterNanos, long earlierNanos) {
        long difference = laterNanos - earlierNanos;
        return laterNanos > earlierNanos && (difference < 0 || difference > boundNanos);
    }
}
