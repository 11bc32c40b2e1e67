package io.millrace.verification.history;

import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people were told is done is in the topics once, and nothing else is; each row of the outbox is one record. */
final class RequestsArriveOnce implements Checker {
    private static final String SEQUENCE = "outbox.sequence";

    @Override
    public String promise() {
        return "every acknowledged request of people is one intent, every row of the outbox is in one record";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var rows = new HashMap<String, Logged<?>>();
        for (var topic : Topics.all()) {
            rowsOnce(history, topic, rows, violations);
        }
        var intents = history.of(Topics.INTENTS).stream()
                .filter(logged -> logged.value().ordering() == Ordering.ARRIVAL)
                .collect(Collectors.groupingBy(logged -> logged.value().intentId()));
        intents.values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> violations.add("people's intent is there " + same.size() + " times", same.toArray()));
        requests(history, intents, violations);
        return violations.list();
    }

    private static <V> void rowsOnce(
            History history, Topic<V> topic, Map<String, Logged<?>> rows, Violations violations) {
        for (var logged : history.of(topic)) {
            var sequence = logged.headers().get(SEQUENCE);
            if (sequence != null) {
                var before = rows.put(sequence, logged);
                violations.unless(before == null, "row " + sequence + " is there twice", before, logged);
            }
        }
    }

    private static void requests(
            History history, Map<String, List<Logged<OrderIntent>>> intents, Violations violations) {
        var asked = new HashSet<String>();
        for (var request : history.driven().requests()) {
            asked.add(request.intentId());
            var there = intents.get(request.intentId());
            if (there == null) {
                violations.add("an acknowledged request is no intent", request);
            } else {
                var intent = there.get(0).value();
                violations.unless(
                        intent.accountId().equals(request.accountId()) && intent.action() == request.action(),
                        "the intent is not what was asked for",
                        request,
                        there.get(0));
            }
        }
        if (!asked.isEmpty()) {
            intents.forEach((id, there) ->
                    violations.unless(asked.contains(id), "nobody asked for this intent of people", there.get(0)));
        }
    }
}
