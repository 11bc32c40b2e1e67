package io.millrace.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.regime.RegimeModel;
import io.millrace.research.train.BarHistory;
import io.millrace.research.train.BarSeries;
import io.millrace.research.train.RegimeTraining;
import io.millrace.schemas.ConfluentRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace train regimes}. */
@Command(
        name = "regimes",
        description = {
            "Trains a hidden Markov model of an instrument's regimes on the bars of the running platform, prints it and"
                    + " publishes it through the gateway: the features job follows it from its effective time on."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./millrace train regimes --instrument BTC-USD.BITSTAMP --interval 5m --dry-run",
            "  ./millrace train regimes --instrument BTC-USD.BITSTAMP --interval 1h --states 2"
        })
public final class TrainRegimesCommand implements Callable<Integer> {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    @Spec
    private CommandSpec spec;

    @Option(names = "--instrument", required = true, paramLabel = "SYMBOL.VENUE", description = "Whose bars.")
    private String instrument;

    @Option(
            names = "--interval",
            required = true,
            converter = IntervalConverter.class,
            description = "Interval of the bars: 1m, 5m, 15m, 1h or what else the platform builds.")
    private Duration interval;

    @Option(names = "--states", defaultValue = "3", description = "Number of regimes, 2 to 6. Default: 3.")
    private int states;

    @Option(
            names = "--window",
            defaultValue = "10",
            paramLabel = "BARS",
            description = "Bars that a volatility is of, 1 to 1000: the more, the longer regimes last. Default: 10.")
    private int window;

    @Option(names = "--from", paramLabel = "TIME", description = "First bar, ISO 8601. Default: the oldest there is.")
    private Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "Where the bars end, ISO 8601. Default: the newest.")
    private Instant to;

    @Option(names = "--model-id", paramLabel = "ID", description = "Default: regimes-INSTRUMENT-INTERVAL.")
    private String modelId;

    @Option(names = "--effective-from", paramLabel = "TIME", description = "Event time, ISO 8601. Default: now.")
    private Instant effectiveFrom;

    @Option(names = "--dry-run", description = "Only print the model.")
    private boolean dryRun;

    @Override
    public Integer call() throws Exception {
        requireCounts();
        var effective = effectiveFrom == null ? Instant.now() : effectiveFrom;
        var series = new BarSeries(
                instrument(),
                interval,
                from == null ? Long.MIN_VALUE : nanos(from),
                to == null ? Long.MAX_VALUE : nanos(to));
        var parts = Here.requirePlatform().parts();
        var bars = BarHistory.read(parts.kafka(), ConfluentRegistry.at(parts.registry()), series);
        var trained = RegimeTraining.train(id(), series, bars, states, window, nanos(effective));
        System.out.println(trained.text());
        if (!dryRun) {
            var answer = Here.gateway()
                    .send("PUT", "/v1/models/" + id(), Optional.of(json(trained.model())), Optional.empty());
            System.out.printf(
                    "%nputs %s version %d in force from %s%n",
                    id(),
                    answer.path("version").asLong(),
                    answer.path("effectiveFrom").asText());
        }
        return 0;
    }

    private void requireCounts() {
        if (states < 2 || states > 6) {
            throw new ParameterException(spec.commandLine(), "--states must be 2 to 6, was " + states);
        }
        if (window < 1 || window > 1_000) {
            throw new ParameterException(spec.commandLine(), "--window must be 1 to 1000, was " + window);
        }
    }

    private InstrumentId instrument() {
        try {
            return InstrumentId.of(instrument);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--instrument: " + e.getMessage(), e);
        }
    }

    private String id() {
        return modelId == null ? RegimeModelId.of(instrument, interval) : modelId;
    }

    private static JsonNode json(RegimeModel model) {
        var body = new ObjectMapper()
                .createObjectNode()
                .put("instrument", model.instrument().toString())
                .put("kind", model.kind())
                .put("interval", Duration.ofNanos(model.intervalNanos()).toString());
        model.parameters().forEach(body.putObject("parameters")::put);
        body.putObject("training")
                .put("from", instant(model.training().fromNanos()).toString())
                .put("to", instant(model.training().toNanos()).toString())
                .put("bars", model.training().bars())
                .put("logLikelihood", model.training().logLikelihood());
        return body.put("effectiveFrom", instant(model.effectiveFromNanos()).toString());
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}
