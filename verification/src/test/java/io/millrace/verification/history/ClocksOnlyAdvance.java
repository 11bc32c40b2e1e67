package io.millrace.verification.history;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Clocks of one sender, instrument and reader only advance, and keep their word: behind a clock at t nothing new follows
 * that happened at or before t. What is sent at least once (signals, and the source of trades) may say again what it
 * said before, and a venue may tell an account again how far it is.
 */
final class ClocksOnlyAdvance implements Checker {
    /** Whose writers say things again: after a restart, or to an account that has an order again. */
    private static final Set<String> SAID_AGAIN =
            Set.of(Topics.INTENTS.name(), Topics.TRADES.name(), Topics.EXECUTION_REPORTS.name());

    private record Voice(String topic, int partition, String key, int sender, String instrument) {}

    @Override
    public String promise() {
        return "clocks only advance, and nothing new comes from a time that a clock said is over";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        for (var topic : Topics.all()) {
            advance(history, topic, violations);
        }
        var known = new HashSet<String>();
        keepWord(
                history,
                Topics.INTENTS,
                violations,
                intent -> intent.ordering() == Ordering.EVENT_TIME && known.add(intent.intentId()),
                OrderIntent::eventTimeNanos,
                (at, intent) -> new Voice(at.topic(), at.partition(), "", 0, String.valueOf(intent.instrument())),
                (at, key, clock) -> new Voice(
                        at.topic(), at.partition(), "", 0, clock.instrument().toString()));
        keepWord(
                history,
                Topics.EXECUTION_REPORTS,
                violations,
                report -> true,
                report -> report.eventTimeNanos(),
                (at, report) -> new Voice(
                        at.topic(),
                        at.partition(),
                        report.accountId(),
                        0,
                        report.instrument().toString()),
                (at, key, clock) -> new Voice(
                        at.topic(), at.partition(), key, 0, clock.instrument().toString()));
        return violations.list();
    }

    private static void advance(History history, Topic<?> topic, Violations violations) {
        var latest = new HashMap<Voice, Logged<Clock>>();
        var said = new HashMap<Voice, Set<Long>>();
        for (var logged : history.clocks(topic)) {
            var clock = logged.value();
            var voice = new Voice(
                    topic.name(),
                    logged.at().partition(),
                    logged.key(),
                    clock.partition(),
                    clock.instrument().toString());
            var before = latest.get(voice);
            boolean again = !said.computeIfAbsent(voice, any -> new HashSet<>()).add(clock.timeNanos());
            if (again) {
                violations.unless(SAID_AGAIN.contains(topic.name()), "a clock is said twice", before, logged);
            } else {
                violations.unless(
                        before == null || clock.timeNanos() > before.value().timeNanos(),
                        "a clock goes back",
                        before,
                        logged);
                latest.put(voice, logged);
            }
        }
    }

    private interface VoiceOfClock {
        Voice of(Place at, String key, Clock clock);
    }

    private interface VoiceOfValue<V> {
        Voice of(Place at, V value);
    }

    /** Values and clocks in the order in which they lie; each new value is later than the clocks before it. */
    private static <V> void keepWord(
            History history,
            Topic<V> topic,
            Violations violations,
            Predicate<V> isNew,
            Function<V, Long> time,
            VoiceOfValue<V> ofValue,
            VoiceOfClock ofClock) {
        var clocks = new HashMap<Voice, Logged<Clock>>();
        for (var logged : inOrder(history, topic)) {
            if (logged.value() instanceof Clock clock) {
                @SuppressWarnings("unchecked")
                var tick = (Logged<Clock>) logged;
                clocks.merge(
                        ofClock.of(logged.at(), logged.key(), clock),
                        tick,
                        (one, other) -> one.value().timeNanos() >= other.value().timeNanos() ? one : other);
            } else {
                @SuppressWarnings("unchecked")
                var value = (V) logged.value();
                var over = clocks.get(ofValue.of(logged.at(), value));
                if (isNew.test(value)
                        && over != null
                        && time.apply(value) <= over.value().timeNanos()) {
                    violations.add("from a time that was said to be over", over, logged);
                }
            }
        }
    }

    private static List<Logged<?>> inOrder(History history, Topic<?> topic) {
        var all = new ArrayList<Logged<?>>(history.of(topic));
        all.addAll(history.clocks(topic));
        all.sort(Comparator.comparingInt((Logged<?> logged) -> logged.at().partition())
                .thenComparingLong(logged -> logged.at().offset()));
        return all;
    }
}
