package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account's protections and its strategies' budgets look back on. Immutable.
 *
 * @param strategies what each strategy holds; flat ones are left out, and all of an instrument that the account is flat in
 * @param openProfits of the positions that are not zero
 * @param exits the latest {@link #EXITS}, in the order they were taken
 * @param locks that protections have set and that had not ended when something happened last
 * @param peakProfit highest equity less deposits that the drawdown guard has seen since its last lock ended, null if it has not looked
 */
public record TrackRecord(
        List<StrategyPosition> strategies,
        List<OpenProfit> openProfits,
        List<Exit> exits,
        List<Lock> locks,
        Money peakProfit) {
    /** How many exits are remembered. */
    public static final int EXITS = 256;

    public static final TrackRecord EMPTY = new TrackRecord(List.of(), List.of(), List.of(), List.of(), null);

    /**
     * After a fill that turned the account's position into another.
     *
     * @param flat nothing is left of the instrument: whoever closed it, no strategy holds any more
     */
    TrackRecord filled(ExecutionReport fill, Position before, Position after, boolean flat) {
        var profit = openProfit(fill.instrument())
                .plus(after.realisedProfit().minus(before.realisedProfit()))
                .minus(fill.fee());
        boolean exited = before.quantity().signum() != 0
                && after.quantity().signum() != before.quantity().signum();
        var profits = new ArrayList<>(openProfits);
        profits.removeIf(open -> open.instrument().equals(fill.instrument()));
        if (!exited) {
            profits.add(new OpenProfit(fill.instrument(), profit));
        }
        var closed = exits;
        if (exited) {
            var all = new ArrayList<>(exits);
            all.add(new Exit(fill.instrument(), fill.eventTimeNanos(), profit));
            closed = List.copyOf(all.subList(Math.max(0, all.size() - EXITS), all.size()));
        }
        return new TrackRecord(
                flat ? without(fill.instrument()) : held(fill), List.copyOf(profits), closed, locks, peakProfit);
    }

    /** What a strategy holds of an instrument, in counts of 1e-8. */
    long held(String strategyId, InstrumentId instrument) {
        for (var held : strategies) {
            if (held.strategyId().equals(strategyId) && held.instrument().equals(instrument)) {
                return held.quantity().units();
            }
        }
        return 0;
    }

    TrackRecord with(List<Lock> nextLocks, Money nextPeak) {
        return new TrackRecord(strategies, openProfits, exits, nextLocks, nextPeak);
    }

    /** With the exits it remembers, which may be kept elsewhere. */
    public TrackRecord with(List<Exit> remembered) {
        return new TrackRecord(strategies, openProfits, remembered, locks, peakProfit);
    }

    private Money openProfit(InstrumentId instrument) {
        for (var open : openProfits) {
            if (open.instrument().equals(instrument)) {
                return open.profit();
            }
        }
        return Money.ZERO;
    }

    private List<StrategyPosition> without(InstrumentId instrument) {
        return strategies.stream()
                .filter(position -> !position.instrument().equals(instrument))
                .toList();
    }

    private List<StrategyPosition> held(ExecutionReport fill) {
        long signed = fill.lastQuantity().units() * fill.side().sign();
        long held = Math.addExact(held(fill.strategyId(), fill.instrument()), signed);
        var next = new ArrayList<>(strategies);
        next.removeIf(position -> position.strategyId().equals(fill.strategyId())
                && position.instrument().equals(fill.instrument()));
        if (held != 0) {
            next.add(new StrategyPosition(fill.strategyId(), fill.instrument(), new Quantity(held)));
        }
        return List.copyOf(next);
    }
}
