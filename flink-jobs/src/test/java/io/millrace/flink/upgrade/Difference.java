package io.millrace.flink.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first difference between what was sent and what should have been. Exact numbers, texts, order and presence must be
 * equal; indicators and features, which are binary fractions, up to rounding: a release may add up in another order.
 */
final class Difference {
    /** Times the value, or times 1 where it is smaller. */
    private static final double ROUNDING = 1e-9;

    private Difference() {}

    static Optional<String> between(Map<String, List<JsonNode>> sent, Map<String, List<JsonNode>> expected) {
        if (!sent.keySet().equals(expected.keySet())) {
            return Optional.of("sent to " + sent.keySet() + ", expected " + expected.keySet());
        }
        return expected.keySet().stream()
                .flatMap(key -> between(key, sent.get(key), expected.get(key)).stream())
                .findFirst();
    }

    private static Optional<String> between(String key, List<JsonNode> sent, List<JsonNode> expected) {
        for (int i = 0; i < Math.min(sent.size(), expected.size()); i++) {
            if (!expected.get(i).equals(Difference::compareScalars, sent.get(i))) {
                return Optional.of(
                        "%s, record %d:%nsent     %s%nexpected %s".formatted(key, i, sent.get(i), expected.get(i)));
            }
        }
        return sent.size() == expected.size()
                ? Optional.empty()
                : Optional.of("%s: %d records sent, expected %d".formatted(key, sent.size(), expected.size()));
    }

    private static int compareScalars(JsonNode one, JsonNode other) {
        if (one.isFloatingPointNumber() && other.isFloatingPointNumber()) {
            double apart = one.doubleValue() - other.doubleValue();
            return Math.abs(apart) <= ROUNDING * Math.max(1, Math.abs(one.doubleValue())) ? 0 : apart > 0 ? 1 : -1;
        }
        return one.toString().compareTo(other.toString());
    }
}
