package io.millrace.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How an order is split over time. */
final class AlgorithmOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--twap",
            paramLabel = "TIME",
            converter = IntervalConverter.class,
            description = "Split it into equal orders over so much time (30s, 10m, 1h); with --slices.")
    private Duration twap;

    @Option(names = "--slices", paramLabel = "NUMBER", description = "With --twap: how many orders.")
    private Integer slices;

    @Option(
            names = "--vwap",
            paramLabel = "TIME",
            converter = IntervalConverter.class,
            description = "Split it in proportion to a volume profile; with --weights.")
    private Duration vwap;

    @Option(
            names = "--weights",
            paramLabel = "NUMBER",
            split = ",",
            description = "With --vwap: the volume expected in each slice, in any unit (1,3,2).")
    private List<Long> weights;

    /** Adds what is given. */
    void write(ObjectNode order) {
        if ((twap == null) != (slices == null)
                || (vwap == null) != (weights == null)
                || (twap != null && vwap != null)) {
            throw new ParameterException(spec.commandLine(), "give --twap with --slices, or --vwap with --weights");
        }
        if (twap != null) {
            order.putObject("algorithm")
                    .put("kind", "TWAP")
                    .put("horizon", twap.toString())
                    .put("slices", slices);
        } else if (vwap != null) {
            var algorithm = order.putObject("algorithm").put("kind", "VWAP").put("horizon", vwap.toString());
            weights.forEach(algorithm.putArray("weights")::add);
        }
    }
}
