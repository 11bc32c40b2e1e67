package io.millrace.verification.history;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.VenueCommand;
import io.millrace.schemas.Topics;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every paper fill has the trade that it names behind it: after the order could act, at a price that the trade allows
 * and never better, and for the fee of its instrument. A market order fills at the first trade that it could meet.
 */
final class FillsArePossible implements Checker {
    /** A trade and when it counts: at its own time, or at that of an earlier one that was later. */
    private record Counted(Logged<Trade> trade, long nanos) {}

    @Override
    public String promise() {
        return "every fill's price, time and fee are those that its market event and its order allow";
    }

    @Override
    public List<Violation> check(History history) {
        return new Run(history, this).run();
    }

    private static final class Run {
        private final History history;
        private final Violations violations;
        /** In the order of their times. */
        private final Map<InstrumentId, List<Counted>> market = new HashMap<>();

        private final Map<InstrumentId, Map<Long, Counted>> bySequence = new HashMap<>();
        private final Map<String, Logged<VenueCommand>> commands = new HashMap<>();

        private Run(History history, Checker checker) {
            this.history = history;
            this.violations = new Violations(checker);
        }

        private List<Violation> run() {
            count();
            history.of(Topics.VENUE_COMMANDS).stream()
                    .filter(logged -> logged.value().action() == Action.SUBMIT)
                    .forEach(logged -> commands.putIfAbsent(logged.value().orderId(), logged));
            for (var logged : history.of(Topics.EXECUTION_REPORTS)) {
                var command = commands.get(logged.value().orderId());
                if (logged.value().type().isFill() && command != null) {
                    check(logged, command);
                }
            }
            return violations.list();
        }

        private void count() {
            var latest = new HashMap<InstrumentId, Long>();
            for (var logged : history.of(Topics.TRADES)) {
                var trade = logged.value();
                if (trade.action() == TradeAction.NEW) {
                    long nanos = latest.merge(trade.instrument(), trade.eventTimeNanos(), Math::max);
                    var counted = new Counted(logged, nanos);
                    market.computeIfAbsent(trade.instrument(), any -> new ArrayList<>())
                            .add(counted);
                    bySequence
                            .computeIfAbsent(trade.instrument(), any -> new HashMap<>())
                            .putIfAbsent(trade.sequence(), counted);
                }
            }
        }

        private void check(Logged<ExecutionReport> logged, Logged<VenueCommand> command) {
            var fill = logged.value();
            var event = bySequence.getOrDefault(fill.instrument(), Map.of()).get(fill.marketSequence());
            if (event == null) {
                violations.add("a fill without a market event", logged);
                return;
            }
            var trade = event.trade();
            violations.unless(trade.value().quantity().isPositive(), "a fill at a trade of nothing", trade, logged);
            violations.unless(fill.eventTimeNanos() >= event.nanos(), "a fill before its market event", trade, logged);
            long acts = command.value().decidedAtNanos() + history.conditions().venueLatencyNanos();
            violations.unless(
                    fill.eventTimeNanos() >= acts, "a fill before the order could act", command, trade, logged);
            price(logged, command, trade);
            fee(logged);
            first(logged, command, acts);
        }

        private void price(Logged<ExecutionReport> logged, Logged<VenueCommand> command, Logged<Trade> trade) {
            var fill = logged.value();
            long sign = fill.side().sign();
            var price = Exact.of(sign * fill.lastPrice().units());
            var traded = Exact.of(sign * trade.value().price().units());
            var limit = fill.limitPrice() == null ? command.value().terms().limitPrice() : fill.limitPrice();
            violations.unless(
                    price.compareTo(traded) >= 0, "a fill better than its market event", command, trade, logged);
            if (limit != null) {
                violations.unless(
                        price.compareTo(Exact.of(sign * limit.units())) <= 0,
                        "a fill worse than its limit",
                        command,
                        trade,
                        logged);
            } else {
                var worst = traded.add(
                                Exact.bps(traded.abs(), history.conditions().slippageBps()))
                        .add(BigInteger.ONE);
                violations.unless(
                        price.compareTo(worst) <= 0, "a fill worse than the slippage", command, trade, logged);
            }
        }

        private void fee(Logged<ExecutionReport> logged) {
            var fill = logged.value();
            var notional = Exact.notional(
                    Exact.of(fill.lastPrice().units()),
                    Exact.of(fill.lastQuantity().units()));
            var rules = rules(fill.instrument(), fill.eventTimeNanos());
            if (rules == null) {
                violations.add("a fill of an instrument without rules", logged);
                return;
            }
            var fee = Exact.of(fill.fee().units());
            violations.unless(
                    rules.fees() != null
                            || fee.equals(Exact.bps(notional, rules.takerFeeBps()))
                            || fee.equals(Exact.bps(notional, rules.makerFeeBps())),
                    "a fee that is neither the taker's nor the maker's",
                    rules,
                    logged);
        }

        /** Of what was decided in event time, nothing that waits for nobody may be passed over. */
        private void first(Logged<ExecutionReport> logged, Logged<VenueCommand> command, long acts) {
            var terms = command.value().terms();
            if (terms.type() != OrderType.MARKET || command.value().ordering() != Ordering.EVENT_TIME) {
                return;
            }
            var events = market.get(logged.value().instrument());
            int at = firstAt(events, acts);
            while (at < events.size()
                    && !events.get(at).trade().value().quantity().isPositive()) {
                at++;
            }
            violations.unless(
                    at < events.size()
                            && events.get(at).trade().value().sequence()
                                    == logged.value().marketSequence(),
                    "an earlier market event was passed over",
                    command,
                    at < events.size() ? events.get(at) : null,
                    logged);
        }

        /** Index of the first event at or after a time. */
        private static int firstAt(List<Counted> events, long nanos) {
            int from = 0;
            int to = events.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (events.get(middle).nanos() < nanos) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }

        private Instrument rules(InstrumentId instrument, long nanos) {
            return history.of(Topics.INSTRUMENTS).stream()
                    .map(Logged::value)
                    .filter(rules -> rules.id().equals(instrument) && rules.effectiveFromNanos() <= nanos)
                    .max((a, b) -> Long.compare(a.version(), b.version()))
                    .orElse(null);
        }
    }
}
