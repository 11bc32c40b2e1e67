package io.millrace.core.execution;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.VenueFrontier;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.VenueCommand;
import java.util.ArrayList;
import java.util.SortedSet;
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
 */
public final class PaperMarket {
    private final int riskTasks;
    private final LatencyModel latency;
    private final SlippageModel slippage;
    private final Instruments instruments;
    private final PaperStore store;
    private final PaperOutput output;

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
        this.slippage = slippage;
        this.instruments = instruments;
        this.store = store;
        this.output = output;
    }

    /** The market traded. A trade of no quantity moves the time, but fills nothing. */
    public void trade(Trade trade) {
        var clocks = clocks(trade.instrument());
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
        var now = new Step(clocks, orders, frontier);
        now.run();
        if (now.orders.accounts().isEmpty() && now.reported.isEmpty()) {
            save(now.clocks, now.orders, before);
            return;
        }
        save(now.clocks, tell(now, decided), before);
    }

    private void save(PaperClocks clocks, PaperOrders orders, PaperOrders before) {
        store.put(clocks);
        if (!orders.equals(before)) {
            store.put(orders);
        }
    }

    /** Tells accounts V: each that got a report, and each with an order here whom it helps. */
    private PaperOrders tell(Step step, long decided) {
        var told = new ArrayList<PaperOrders.Told>();
        var accounts = new TreeSet<>(step.reported);
        accounts.addAll(step.orders.accounts());
        for (var account : accounts) {
            long last = step.orders.toldTo(account);
            boolean answered = step.reported.contains(account) && step.frontier > last;
            if (answered || VenueFrontier.tells(step.frontier, decided, last)) {
                output.clock(account, Clock.of(step.clocks.instrument(), step.frontier));
                last = step.frontier;
            }
            if (last != InstrumentClocks.NEVER && step.orders.accounts().contains(account)) {
                told.add(new PaperOrders.Told(account, last));
            }
        }
        return step.orders.tell(told);
    }

    private PaperClocks clocks(InstrumentId instrument) {
        var known = store.clocks(instrument);
        return known == null ? PaperClocks.none(instrument, riskTasks) : known;
    }

    private PaperOrders orders(InstrumentId instrument) {
        var known = store.orders(instrument);
        return known == null ? PaperOrders.none(instrument) : known;
    }

    /** Matches what is due up to the frontier. */
    private final class Step {
        private PaperClocks clocks;
        private PaperOrders orders;
        private final long frontier;
        /** Accounts that got a report. */
        private final SortedSet<String> reported = new TreeSet<>();

        Step(PaperClocks clocks, PaperOrders orders, long frontier) {
            this.clocks = clocks;
            this.orders = orders;
            this.frontier = frontier;
        }

        void run() {
            boolean due = true;
            while (due) {
                var command = orders.queued().isEmpty() ? null : orders.queued().get(0);
                var event = clocks.hasEvent() ? store.event(clocks.instrument(), clocks.firstEvent()) : null;
                if (command != null
                        && command.actsNanos() <= frontier
                        && (event == null || command.actsNanos() <= event.timeNanos())) {
                    orders = orders.withoutFirstCommand();
                    act(command.command(), command.actsNanos());
                } else if (event != null && event.timeNanos() <= frontier) {
                    match(event);
                    store.remove(clocks.instrument(), clocks.firstEvent());
                    clocks = clocks.eventRemoved();
                } else {
                    due = false;
                }
            }
            clocks = clocks.matched(frontier);
        }

        private void act(VenueCommand command, long now) {
            if (command.action() == Action.CANCEL) {
                cancel(command, now);
                return;
            }
            var order = PaperOrder.of(command);
            boolean known = instruments.instrument(command.instrument(), now) != null;
            boolean priced = command.terms().type() == OrderType.MARKET
                    || command.terms().limitPrice() != null;
            if (known && priced) {
                send(order, order.report(ExecutionType.ACCEPTED, now, ""));
            } else {
                var reason = known ? "PRICE_NOT_POSITIVE" : "UNKNOWN_INSTRUMENT";
                send(order, order.report(ExecutionType.REJECTED, now, reason));
            }
        }

        private void cancel(VenueCommand command, long now) {
            var open = orders.open(command.orderId());
            if (open != null) {
                send(open, open.report(ExecutionType.CANCELED, now, ""));
                return;
            }
            var finished = orders.finished(command.orderId());
            if (finished != null) {
                send(finished, finished.report(ExecutionType.REJECTED, now, "UNKNOWN_ORDER already final"));
            } else {
                output.dropped(command, "UNKNOWN_ORDER");
            }
        }

        private void match(MarketEvent event) {
            for (var order : orders.open()) {
                var rules = instruments.instrument(clocks.instrument(), event.timeNanos());
                var fill = PaperFill.of(order, event.trade(), rules, slippage);
                if (fill instanceof PaperFill.Filled filled) {
                    long sequence = event.trade().sequence();
                    send(order, order.fill(filled.price(), filled.fee(), sequence, event.timeNanos()));
                } else if (fill instanceof PaperFill.Expired expired) {
                    send(order, order.report(ExecutionType.EXPIRED, event.timeNanos(), expired.reason()));
                } else if (!order.rested()) {
                    orders = orders.with(order.resting());
                }
            }
        }

        private void send(PaperOrder order, ExecutionReport report) {
            orders = orders.with(order.after(report));
            reported.add(report.accountId());
            output.report(report);
        }
    }
}
