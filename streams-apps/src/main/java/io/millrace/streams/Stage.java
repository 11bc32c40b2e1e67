package io.millrace.streams;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What this module can run. */
enum Stage {
    RISK,
    ROUTING,
    PAPERVENUE,
    PORTFOLIO;

    /**
     * Reads {@code risk,routing}.
     *
     * @throws IllegalArgumentException if a stage is unknown or misses the one it is chained to
     */
    static Set<Stage> parse(String text) {
        var stages = EnumSet.noneOf(Stage.class);
        for (var name : text.split(",", -1)) {
            var stage = List.of(values()).stream()
                    .filter(candidate ->
                            candidate.name().toLowerCase(Locale.ROOT).equals(name.trim()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "a stage is risk, routing, papervenue or portfolio, was '" + name + "'"));
            stages.add(stage);
        }
        if (stages.contains(RISK) != stages.contains(ROUTING)) {
            throw new IllegalArgumentException("risk and routing run in one app: name both, was '" + text + "'");
        }
        return stages;
    }
}
