package io.millrace.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The summary for people: one line per value, and why a check does not hold. */
final class SummaryText {
    private SummaryText() {}

    static List<String> of(Summary summary) {
        var lines = new ArrayList<String>();
        lines.add("");
        summary.json().properties().forEach(field -> {
            if (!field.getKey().equals("checks")) {
                lines.add("%-18s %s".formatted(field.getKey(), text(field.getValue())));
            }
        });
        summary.checks().forEach((name, objection) -> lines.add(check(name, objection)));
        return lines;
    }

    /** Why each check that does not hold does not. */
    static List<String> objections(Map<String, Optional<String>> checks) {
        var lines = new ArrayList<String>();
        checks.forEach((name, objection) -> objection.ifPresent(why -> lines.add(name + " does not hold: " + why)));
        return lines;
    }

    private static String check(String name, Optional<String> objection) {
        return (objection.isEmpty() ? "holds   " : "BROKEN  ")
                + name
                + objection.map(why -> ": " + why).orElse("");
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }
}
