package io.millrace.core.execution;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.VenueFrontier;
import io.millrace.core.market.FutureGuard;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityRules;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.VenueCommand;
import java.util.ArrayList;
import java.util.TreeSet;

/**
 * The paper venue: fills orders against the market's own trades, in event time.
 *
 * <p>Market events and commands wait until nothing earlier can come ({@link VenueFrontier}), then they are merged by
 * time, a command before a market event of the same time, commands in the order of their order ids. So the fills do not
 * depend on what arrived first.
 *
 * <p>A command acts once its latency has passed since it was decided. An intent that was taken on arrival acts after the
 * latest market event the venue has seen, since its decision has no place of its own in event time. Nothing ever acts
 * in a time that is already matched.
 *
 * <p>A trade stamped too far ahead waits until it is confirmed, by the rule of the bars ({@link FutureGuard} with the
 * standard bound): one wrong stamp would move the market's time for good, and nothing would be filled until then.
 */
public final class PaperMarket {
    private final int riskTasks;
    private final LatencyModel latency;
    private final PaperStore store;
    private final PaperOutput output;
    private final PaperMatcher matcher;
    private final FutureGuard future = new FutureGuard(QualityRules.STANDARD.futureAfterNanos());

    /**
     * Starts from what the store holds.
     *
     * @param riskTasks number of the risk stage's tasks: each has to send its clock before anything is matched
     */
    public PaperMarket(
            int riskTasks,
            LatencyModel latency,
            SlippageModel slippage,
            Instruments instruments,
            PaperStore store,
            PaperOutput output) {
        this.riskTasks = riskTasks;
        this.latency = latency;
        this.store = store;
        this.output = output;
        this.matcher = new PaperMatcher(slippage, instruments, store, output);
    }

    /**
     * The market traded. A trade of no quantity moves the time, but fills nothing. What takes back or corrects a trade
     * does neither: a fill that was told stays.
     */
    public void trade(Trade trade) {
        if (trade.action() != TradeAction.NEW) {
            return;
        }
        judge(clocks(trade.instrument()), trade);
    }

    private void judge(PaperClocks clocks, Trade trade) {
        var verdict = future.trade(guarded(clocks), clocks.market().latestNanos(), trade.eventTimeNanos(), 0);
        switch (verdict) {
            case TAKE -> take(clocks, trade);
            case HOLD -> store.put(clocks.holding(trade));
            case CONFIRMED -> {
                take(clocks.holding(null), clocks.held());
                judge(clocks(trade.instrument()), trade);
            }
            case REFUTED -> {
                output.refuted(clocks.held());
                judge(clocks.holding(null), trade);
            }
        }
    }

    private static FutureGuard.State guarded(PaperClocks clocks) {
        var state = new FutureGuard.State();
        state.holds = clocks.held() != null;
        state.heldNanos = state.holds ? clocks.held().eventTimeNanos() : 0;
        return state;
    }

    private void take(PaperClocks before, Trade trade) {
        var clocks = before;
        var time = clocks.market().trade(trade.eventTimeNanos());
        if (trade.quantity().isPositive() && trade.price().isPositive()) {
            store.put(trade.instrument(), clocks.nextEvent(), new MarketEvent(time.latestNanos(), trade));
            clocks = clocks.eventAdded();
        }
        step(clocks.at(time), orders(trade.instrument()));
    }

    /** The market has sent everything on the instrument up to the clock. */
    public void marketClock(Clock clock) {
        var clocks = clocks(clock.instrument());
        if (future.isConfirmedBy(guarded(clocks), clock.timeNanos())) {
            take(clocks.holding(null), clocks.held());
            clocks = clocks(clock.instrument());
        }
        step(clocks.at(clocks.market().clock(clock.timeNanos())), orders(clock.instrument()));
    }

    /** A risk task has sent every command on the instrument that it decided up to the clock. */
    public void riskClock(Clock clock) {
        var clocks = clocks(clock.instrument());
        step(clocks.risk(clock.partition(), clock.timeNanos()), orders(clock.instrument()));
    }

    /** The venue is told to take or to cancel an order. */
    public void command(VenueCommand command) {
        var clocks = clocks(command.instrument());
        var orders = orders(command.instrument());
        if (orders.knows(command)) {
            output.dropped(command, "DUPLICATE");
            return;
        }
        long decided = command.ordering() == Ordering.ARRIVAL
                ? Math.max(command.decidedAtNanos(), clocks.market().latestNanos())
                : command.decidedAtNanos();
        long acts = latency.actsAt(decided);
        if (clocks.matchedNanos() != InstrumentClocks.NEVER) {
            acts = Math.max(acts, clocks.matchedNanos() + 1);
        }
        step(clocks, orders.queue(new QueuedCommand(command, acts)));
    }

    private void step(PaperClocks clocks, PaperOrders orders) {
        long decided = VenueFrontier.decided(clocks.riskNanos());
        long frontier = Math.max(clocks.matchedNanos(), VenueFrontier.at(clocks.market(), decided, latency.nanos()));
        var before = store.orders(clocks.instrument());
        var now = matcher.match(clocks, orders, frontier);
        store.put(now.clocks());
        var told = tell(now, decided);
        if (!told.equals(before)) {
            store.put(told);
        }
    }

    /** Tells accounts V: each that got a report, and each with an order here whom it helps. */
    private PaperOrders tell(PaperMatcher.Matched now, long decided) {
        long frontier = now.clocks().matchedNanos();
        var told = new ArrayList<PaperOrders.Told>();
        var accounts = new TreeSet<>(now.reported());
        accounts.addAll(now.orders().accounts());
        if (accounts.isEmpty()) {
            return now.orders();
        }
        for (var account : accounts) {
            long last = now.orders().toldTo(account);
            boolean answered = now.reported().contains(account) && frontier > last;
            if (answered || VenueFrontier.tells(frontier, decided, last)) {
                output.clock(account, Clock.of(now.clocks().instrument(), frontier));
                last = frontier;
            }
            if (last != InstrumentClocks.NEVER && now.orders().accounts().contains(account)) {
                told.add(new PaperOrders.Told(account, last));
            }
        }
        return now.orders().tell(told);
    }

    private PaperClocks clocks(InstrumentId instrument) {
        var known = store.clocks(instrument);
        return known == null ? PaperClocks.none(instrument, riskTasks) : known;
    }

    private PaperOrders orders(InstrumentId instrument) {
        var known = store.orders(instrument);
        return known == null ? PaperOrders.none(instrument) : known;
    }
}
