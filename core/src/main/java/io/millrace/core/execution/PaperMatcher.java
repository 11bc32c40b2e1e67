package io.millrace.core.execution;

import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.VenueCommand;
import java.util.SortedSet;
import java.util.TreeSet;

/** Merges commands and market events by time and lets them act upon an instrument's orders. */
final class PaperMatcher {
    /**
     * How an instrument stands after a match.
     *
     * @param reported accounts that got a report
     */
    record Matched(PaperClocks clocks, PaperOrders orders, SortedSet<String> reported) {}

    private final SlippageModel slippage;
    private final Instruments instruments;
    private final PaperStore store;
    private final PaperOutput output;

    PaperMatcher(SlippageModel slippage, Instruments instruments, PaperStore store, PaperOutput output) {
        this.slippage = slippage;
        this.instruments = instruments;
        this.store = store;
        this.output = output;
    }

    /** Everything up to the frontier; a command before a market event of the same time. */
    Matched match(PaperClocks clocks, PaperOrders orders, long frontierNanos) {
        return new Run(clocks, orders, frontierNanos).run();
    }

    private final class Run {
        private PaperClocks clocks;
        private PaperOrders orders;
        private final long frontier;
        private final SortedSet<String> reported = new TreeSet<>();

        private Run(PaperClocks clocks, PaperOrders orders, long frontier) {
            this.clocks = clocks;
            this.orders = orders;
            this.frontier = frontier;
        }

        private Matched run() {
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
            return new Matched(clocks.matched(frontier), orders, reported);
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
