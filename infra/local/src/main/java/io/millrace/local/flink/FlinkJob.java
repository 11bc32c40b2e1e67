package io.millrace.local.flink;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The jobs of the fat jar. */
public enum FlinkJob {
    BARS_INDICATORS("bars-indicators", "io.millrace.flink.bars.BarsIndicatorsJob"),
    FEATURES("features", "io.millrace.flink.features.FeaturesJob"),
    SIGNALS("signals", "io.millrace.flink.signals.SignalsJob");

    private final String word;
    private final String entryClass;

    FlinkJob(String word, String entryClass) {
        this.word = word;
        this.entryClass = entryClass;
    }

    /** Its name in the dashboard. */
    public String word() {
        return word;
    }

    /** What is started in the jar. */
    public String entryClass() {
        return entryClass;
    }

    /**
     * The job of that name.
     *
     * @throws IllegalArgumentException lists the names there are
     */
    public static FlinkJob named(String word) {
        return Arrays.stream(values())
                .filter(job -> job.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no job '" + word + "'; there are "
                        + Arrays.stream(values()).map(FlinkJob::word).collect(Collectors.joining(", "))));
    }
}
