package io.millrace.verification.history;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.Liquidity;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.MarketEvents.Event;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every paper fill has the trade or quote that it names behind it: after the order could act, at a price that it allows
 * and never better, and for the fee of its instrument. A single market order, decided in event time and matched against
 * trades, fills first at the first trade that it could meet.
 */
final class FillsArePossible implements Checker {
    @Override
    public String promise() {
        return "every fill's price, time and fee are those that its market event and its order allow";
    }

    @Override
    public List<Violation> check(History history) {
        var run = new Run(history, new Violations(this));
        var commands = new HashMap<String, Logged<VenueCommand>>();
        history.of(Topics.VENUE_COMMANDS).stream()
                .filter(logged -> logged.value().action() == Action.SUBMIT)
                .forEach(logged -> commands.putIfAbsent(logged.value().orderId(), logged));
        for (var logged : history.of(Topics.EXECUTION_REPORTS)) {
            var command = commands.get(logged.value().orderId());
            if (logged.value().type().isFill() && command != null) {
                run.check(logged, command);
            }
        }
        return run.violations.list();
    }

    /** A fill and what it answers. */
    private record Fill(Logged<ExecutionReport> logged, Logged<VenueCommand> command, long actsNanos) {
        ExecutionReport report() {
            return logged.value();
        }
    }

    private static final class Run {
        private final History history;
        private final Violations violations;
        private final MarketEvents market;
        /** Intents decided without a clock that stayed away: the venue was further by then. */
        private final Set<String> givenUp;

        private Run(History history, Violations violations) {
            this.history = history;
            this.violations = violations;
            this.market = MarketEvents.of(history);
            this.givenUp = history.of(Topics.DECISIONS).stream()
                    .map(Logged::value)
                    .filter(RiskDecision::clockWaitExceeded)
                    .map(decision -> decision.intent().intentId())
                    .collect(Collectors.toSet());
        }

        private void check(Logged<ExecutionReport> logged, Logged<VenueCommand> command) {
            long acts = command.value().decidedAtNanos() + history.conditions().venueLatencyNanos();
            var fill = new Fill(logged, command, acts);
            var events =
                    market.numbered(fill.report().instrument(), fill.report().marketSequence());
            var objections = new ArrayList<String>();
            for (var event : events) {
                var ofEvent = objections(fill, event);
                if (ofEvent.isEmpty()) {
                    objections.clear();
                    break;
                }
                objections.addAll(ofEvent);
            }
            violations.unless(!events.isEmpty(), "a fill without a market event", logged);
            objections.forEach(objection -> violations.add(objection, command, logged, events));
            fee(fill);
            first(fill);
        }

        private List<String> objections(Fill fill, Event event) {
            var objections = new ArrayList<String>();
            var report = fill.report();
            if (!event.has(report.side())) {
                objections.add("a fill where there was nothing to fill against");
            }
            if (report.eventTimeNanos() < event.nanos()) {
                objections.add("a fill before its market event");
            }
            if (report.eventTimeNanos() < fill.actsNanos()) {
                objections.add("a fill before the order could act");
            }
            var sign = Exact.of(report.side().sign());
            var price = sign.multiply(Exact.of(report.lastPrice().units()));
            var offered = sign.multiply(Exact.of(event.price(report.side())));
            if (price.compareTo(offered) < 0) {
                objections.add("a fill better than its market event");
            }
            worst(fill, offered)
                    .filter(worst -> price.compareTo(worst) > 0)
                    .ifPresent(worst -> objections.add("a fill worse than its limit or the slippage allows"));
            return objections;
        }

        /** The worst price that is allowed, times the side's sign. */
        private Optional<BigInteger> worst(Fill fill, BigInteger offered) {
            var terms = fill.command().value().terms();
            var limit = fill.report().limitPrice() == null
                    ? terms.limitPrice()
                    : fill.report().limitPrice();
            if (limit != null) {
                return Optional.of(Exact.of(fill.report().side().sign()).multiply(Exact.of(limit.units())));
            }
            var slippage = Exact.bps(offered.abs(), history.conditions().slippageBps());
            // What is made worse is rounded to a unit.
            return Optional.of(offered.add(slippage).add(BigInteger.ONE));
        }

        private void fee(Fill fill) {
            var report = fill.report();
            var notional = Exact.notional(
                    Exact.of(report.lastPrice().units()),
                    Exact.of(report.lastQuantity().units()));
            var rules = rules(report.instrument(), report.eventTimeNanos());
            if (rules.isEmpty()) {
                violations.add("a fill of an instrument without rules", fill.logged());
                return;
            }
            var fee = Exact.of(report.fee().units());
            boolean takes = report.liquidity() != Liquidity.MAKER
                    && fee.equals(Exact.bps(notional, rules.get().takerFeeBps()));
            boolean makes = report.liquidity() != Liquidity.TAKER
                    && fee.equals(Exact.bps(notional, rules.get().makerFeeBps()));
            violations.unless(
                    rules.get().fees() != null || takes || makes,
                    "a fee that is neither the taker's nor the maker's",
                    fill.logged(),
                    rules.get());
        }

        /** Of what was decided in event time, nothing that waits for nobody may be passed over. */
        private void first(Fill fill) {
            var command = fill.command().value();
            var report = fill.report();
            if (command.terms().type() != OrderType.MARKET
                    || command.ordering() != Ordering.EVENT_TIME
                    || command.link() != null
                    || givenUp.contains(command.intentId())
                    || market.hasQuotes(report.instrument())
                    || !report.cumulativeQuantity().equals(report.lastQuantity())) {
                return;
            }
            var first = market.firstTrade(report.instrument(), report.side(), fill.actsNanos());
            violations.unless(
                    first.isPresent() && first.get().sequence() == report.marketSequence(),
                    "an earlier market event was passed over",
                    fill.command(),
                    fill.logged(),
                    first.orElse(null));
        }

        private Optional<Instrument> rules(InstrumentId instrument, long nanos) {
            return history.of(Topics.INSTRUMENTS).stream()
                    .map(Logged::value)
                    .filter(rules -> rules.id().equals(instrument) && rules.effectiveFromNanos() <= nanos)
                    .max((one, other) -> Long.compare(one.version(), other.version()));
        }
    }
}
