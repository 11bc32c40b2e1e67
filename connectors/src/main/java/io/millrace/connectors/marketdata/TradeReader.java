package io.millrace.connectors.marketdata;

import static io.millrace.connectors.marketdata.RefusalCode.TIME_STEP_TOO_LARGE;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns lines into trades: a pure function of the lines read so far, so that every run over the same files gives the
 * same sequences.
 *
 * <p>The sequence counts the trades accepted of an instrument, not the lines of the file: a refused line is in the
 * dead letters with its line number, so a gap in the sequence means one thing only, a lost trade.
 *
 * <p>A trade may be older than the one before it (whoever builds bars decides what is too late), but a jump in either
 * direction by more than the largest step is a wrong time: taken as true, one such jump ahead would make everything
 * that follows late.
 */
final class TradeReader {
    private static final class State {
        private long sequence;
        private long eventTimeNanos;
    }

    private final Instruments instruments;
    private final long maxTimeStepNanos;
    private final long firstSequence;
    private final Map<InstrumentId, State> states = new HashMap<>();

    TradeReader(Instruments instruments, Duration maxTimeStep, long firstSequence) {
        this.instruments = instruments;
        this.maxTimeStepNanos = maxTimeStep.toNanos();
        this.firstSequence = firstSequence;
    }

    Entry read(TradeFormat format, Line line) {
        try {
            var trade = format.read(line);
            var instrument = instruments.of(trade.symbol());
            return instrument.isPresent()
                    ? new Entry.Accepted(accept(instrument.get(), trade))
                    : new Entry.Skipped(trade.symbol());
        } catch (RefusedException e) {
            return new Entry.Refused(e.refusal());
        }
    }

    /** The sequence of the last trade accepted of an instrument; empty before the first. */
    Optional<Long> lastSequence(InstrumentId instrument) {
        return Optional.ofNullable(states.get(instrument)).map(state -> state.sequence);
    }

    private Trade accept(InstrumentId instrument, SourceTrade trade) throws RefusedException {
        var state = states.get(instrument);
        if (state == null) {
            state = new State();
            state.sequence = firstSequence - 1;
            states.put(instrument, state);
        } else {
            checkTime(state, trade);
        }
        state.sequence++;
        state.eventTimeNanos = trade.eventTimeNanos();
        return new Trade(
                instrument, trade.eventTimeNanos(), state.sequence, trade.price(), trade.quantity(), trade.aggressor());
    }

    private void checkTime(State state, SourceTrade trade) throws RefusedException {
        long step = trade.eventTimeNanos() - state.eventTimeNanos;
        if (Math.abs(step) > maxTimeStepNanos) {
            throw new RefusedException(
                    TIME_STEP_TOO_LARGE,
                    Duration.ofNanos(step).toSeconds() + " s after the trade before",
                    Duration.ofNanos(maxTimeStepNanos).toSeconds() + " s in either direction");
        }
    }
}
