package io.millrace.verification.history;

import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.Driven.Poison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What cannot be read is poison that a driver put in, there once each, and every stage that reads the topic has put it
 * into the dead letters once; nothing else is there.
 */
final class OnlyPoisonIsRefused implements Checker {
    /** The stages of the demo that must refuse a record of a topic, by the name in their letters. */
    private static final Map<String, Set<String>> READERS = Map.ofEntries(
            Map.entry(Topics.TRADES.name(), Set.of("bars-indicators", "features", "signals", "papervenue")),
            Map.entry(Topics.QUOTES.name(), Set.of("bars-indicators")),
            Map.entry(Topics.STRATEGIES.name(), Set.of("signals")),
            Map.entry(Topics.MODELS.name(), Set.of("features")),
            Map.entry(Topics.INTENTS.name(), Set.of("risk")),
            Map.entry(Topics.DECISIONS.name(), Set.of("portfolio", "ledger")),
            Map.entry(Topics.APPROVED_ORDERS.name(), Set.of("ledger")),
            Map.entry(Topics.VENUE_COMMANDS.name(), Set.of("papervenue")),
            Map.entry(Topics.EXECUTION_REPORTS.name(), Set.of("risk", "portfolio", "ledger")),
            Map.entry(Topics.POSITIONS.name(), Set.of("ledger")),
            Map.entry(Topics.EQUITY.name(), Set.of("ledger")));
    /** Sends at least once: its letters may come again. */
    private static final String SIGNALS = "signals";

    private record Refusal(String stage, Place source) {}

    @Override
    public String promise() {
        return "nothing is refused but poison, and every poison record is refused once by every stage that reads it";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var poison = new ArrayList<>(history.driven().poison());
        var unreadable = new HashMap<Place, Logged<LetterBytes>>();
        for (var logged : history.unreadable()) {
            unreadable.put(logged.at(), logged);
            violations.unless(
                    poison.remove(new Poison(logged.at().topic(), logged.value())),
                    "a record that cannot be read, and that no driver put in",
                    logged);
        }
        poison.forEach(lost -> violations.add("poison that was put in is not in its topic", lost));
        refusedOnce(history, unreadable, violations);
        return violations.list();
    }

    private static void refusedOnce(
            History history, Map<Place, Logged<LetterBytes>> unreadable, Violations violations) {
        var refusals = new HashSet<Refusal>();
        for (var letter : history.letters()) {
            var headers = letter.headers();
            var stage = headers.get(DeadLetters.STAGE);
            if (!headers.containsKey(DeadLetters.OFFSET)) {
                violations.add("a dead letter without a source", letter);
                continue;
            }
            var source = new Place(
                    headers.get(DeadLetters.TOPIC),
                    Integer.parseInt(headers.get(DeadLetters.PARTITION)),
                    Long.parseLong(headers.get(DeadLetters.OFFSET)));
            violations.unless(
                    refusals.add(new Refusal(stage, source)) || stage.equals(SIGNALS), "refused twice", letter);
            var record = unreadable.get(source);
            if (record == null) {
                violations.add("a record is refused that is no poison", letter);
            } else {
                violations.unless(
                        record.value().equals(letter.value()), "the letter is not the record", record, letter);
            }
        }
        if (history.conditions().isThrough()) {
            unreadable.values().forEach(logged -> READERS.getOrDefault(
                            logged.at().topic(), Set.of())
                    .forEach(stage -> violations.unless(
                            refusals.contains(new Refusal(stage, logged.at())), stage + " never refused", logged)));
        }
    }
}
