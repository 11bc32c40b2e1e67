package io.millrace.verification.history;

import io.millrace.core.order.IntentId;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.List;

/**
 * An intent may be sent again and is the same then. New ones of a strategy on an instrument have growing ordinals, those
 * of people ordinals without a gap; the id of a strategy's intent follows from its cause.
 */
final class IntentsKeepTheirIdentity implements Checker {
    private record Source(String accountId, String strategyId, String instrument) {
        static Source of(OrderIntent intent) {
            return new Source(intent.accountId(), intent.strategyId(), String.valueOf(intent.instrument()));
        }
    }

    @Override
    public String promise() {
        return "an intent's id stands for one intent, and ordinals grow: by one for people's, by any for strategies'";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var byId = new HashMap<String, Logged<OrderIntent>>();
        var latest = new HashMap<Source, Logged<OrderIntent>>();
        for (var logged : history.of(Topics.INTENTS)) {
            var intent = logged.value();
            var same = byId.putIfAbsent(intent.intentId(), logged);
            if (same != null) {
                violations.unless(same.value().equals(intent), "one id stands for two intents", same, logged);
            } else {
                grows(latest.put(Source.of(intent), logged), logged, violations);
                violations.unless(
                        intent.ordering() == Ordering.ARRIVAL || idOf(intent).equals(intent.intentId()),
                        "the id does not follow from the intent's cause",
                        logged);
            }
        }
        return violations.list();
    }

    private static void grows(Logged<OrderIntent> before, Logged<OrderIntent> logged, Violations violations) {
        long ordinal = logged.value().ordinal();
        boolean manual = logged.value().ordering() == Ordering.ARRIVAL;
        if (before == null) {
            violations.unless(!manual || ordinal == 1, "people's first intent has an ordinal above 1", logged);
        } else if (manual) {
            long last = before.value().ordinal();
            violations.unless(ordinal == last + 1, "ordinal " + ordinal + " follows on " + last, before, logged);
        } else {
            violations.unless(ordinal > before.value().ordinal(), "a new intent has an old ordinal", before, logged);
        }
    }

    private static String idOf(OrderIntent intent) {
        return IntentId.of(
                intent.strategyId(),
                intent.strategyVersion(),
                intent.instrument(),
                intent.eventTimeNanos(),
                intent.ordinal());
    }
}
