package io.millrace.local.demo;

import io.millrace.core.order.Action;
import io.millrace.core.risk.RiskDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold when a replay is through. Each check names its first objection. */
final class Checks {
    private final Harvest harvest;
    private final Replayed replayed;
    private final LedgerRows ledger;

    Checks(Harvest harvest, Replayed replayed, LedgerRows ledger) {
        this.harvest = harvest;
        this.replayed = replayed;
        this.ledger = ledger;
    }

    /** Objections by check; a check that holds has none. */
    Map<String, Optional<String>> run() {
        var trading = harvest.trading();
        var checks = new LinkedHashMap<String, Optional<String>>();
        checks.put("everyTradeAccountedFor", everyTradeAccountedFor());
        checks.put("everyIntentDecidedOnce", everyIntentDecidedOnce());
        checks.put("everyApprovedOrderRoutedOnce", everyApprovedOrderRoutedOnce());
        checks.put("filledNotAboveOrdered", filledNotAboveOrdered());
        checks.put("ledgerEqualsTopics", LedgerRows.inTopics(trading).differenceTo(ledger));
        checks.put("portfolioEqualsFills", Recomputed.of(trading).differenceTo(trading));
        checks.put("moneyConserved", Recomputed.moneyLost(trading));
        var deadLetters = harvest.deadLetters().byReason();
        checks.put("noDeadLetters", unless(deadLetters.isEmpty(), "dead letters " + deadLetters));
        return checks;
    }

    private Optional<String> everyTradeAccountedFor() {
        var market = harvest.market();
        long accounted = replayed.accepted() + replayed.refused() + replayed.otherInstruments();
        if (accounted != replayed.linesRead()) {
            return Optional.of(replayed.linesRead() + " lines read, " + accounted + " accounted for");
        }
        if (market.distinctTrades() != replayed.accepted() || market.trades() != replayed.accepted()) {
            return Optional.of("%d trades accepted, %d in the topic, %d different"
                    .formatted(replayed.accepted(), market.trades(), market.distinctTrades()));
        }
        if (market.gaps() != 0) {
            return Optional.of(market.gaps() + " sequences are missing");
        }
        long inBars =
                market.trades() - market.emptyTrades() - harvest.deadLetters().count("TRADE_TOO_LATE");
        var wrong = market.tradesInBars().entrySet().stream()
                .filter(entry -> entry.getValue() != inBars)
                .findFirst();
        if (market.tradesInBars().isEmpty() || wrong.isPresent()) {
            return Optional.of(
                    inBars + " trades belong into bars; by interval in ns they have " + market.tradesInBars());
        }
        return Optional.empty();
    }

    private Optional<String> everyIntentDecidedOnce() {
        var trading = harvest.trading();
        var decided = trading.decisions().stream()
                .map(one -> one.decision().intent().intentId())
                .toList();
        return notOnceEach("decided", trading.intents().keySet(), decided);
    }

    private Optional<String> everyApprovedOrderRoutedOnce() {
        var trading = harvest.trading();
        var approved = trading.decisions().stream()
                .map(Trading.Decided::decision)
                .filter(RiskDecision::approved)
                .map(decision -> decision.intent().intentId())
                .toList();
        var published =
                trading.approved().stream().map(order -> order.intentId()).toList();
        var routed =
                trading.commands().stream().map(command -> command.intentId()).toList();
        return notOnceEach("published", approved, published).or(() -> notOnceEach("routed", approved, routed));
    }

    private Optional<String> filledNotAboveOrdered() {
        var ordered = harvest.trading().commands().stream()
                .filter(command -> command.action() == Action.SUBMIT)
                .collect(Collectors.toMap(
                        command -> command.orderId(),
                        command -> command.terms().quantity().units(),
                        (one, again) -> one));
        var filled = new HashMap<String, Long>();
        for (var fill : harvest.trading().fills()) {
            long sum = filled.merge(fill.orderId(), fill.lastQuantity().units(), Math::addExact);
            if (sum > ordered.getOrDefault(fill.orderId(), 0L)
                    || sum != fill.cumulativeQuantity().units()) {
                return Optional.of("order " + fill.orderId() + ": ordered " + ordered.getOrDefault(fill.orderId(), 0L)
                        + ", filled " + sum + ", reported " + fill);
            }
        }
        return Optional.empty();
    }

    /** What is missing among the actual, was not wanted, or is there twice. */
    private static Optional<String> notOnceEach(String what, Collection<String> wanted, List<String> actual) {
        var counts = actual.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (var id : wanted) {
            long count = counts.getOrDefault(id, 0L);
            if (count != 1) {
                return Optional.of(id + " is " + what + " " + count + " times");
            }
        }
        var unwanted = new ArrayList<>(counts.keySet());
        unwanted.removeAll(wanted);
        return unwanted.isEmpty() ? Optional.empty() : Optional.of(unwanted.get(0) + " is " + what + " but unknown");
    }

    private static Optional<String> unless(boolean holds, String objection) {
        return holds ? Optional.empty() : Optional.of(objection);
    }
}
