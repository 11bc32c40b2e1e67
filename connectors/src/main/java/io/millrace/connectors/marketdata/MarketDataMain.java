package io.millrace.connectors.marketdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.connectors.kafka.KafkaClients;
import io.millrace.schemas.ConfluentRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.process.InvalidSettingsException;
import io.millrace.schemas.process.Settings;
import io.millrace.schemas.process.Status;
import io.millrace.schemas.process.StatusServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays trade files into {@code market.trades.v1}. */
@Command(
        name = "marketdata",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Replays trade files into market.trades.v1. A run that was stopped is taken up where it stopped, and"
                        + " files that are through are not sent twice. Refused lines go to market.trades.v1.dlq. The last line"
                        + " printed is a summary in JSON.",
        footer = {
            "",
            "Environment: MILLRACE_KAFKA, MILLRACE_REGISTRY, MILLRACE_STATUS_PORT (0: any free port).",
            "Example:",
            "  marketdata --instrument BTC-USD.BITSTAMP --speed 60 \\",
            "    classpath:bitstamp_trades_from_20131125_usd.csv"
        })
final class MarketDataMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(MarketDataMain.class);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Trade files in the order of time, plain or gzip; classpath:NAME is a resource. Their header is"
                            + " timestamp,price,amount (seconds) or ts_ns,symbol,price,size,side.")
    private List<String> files;

    @Option(
            names = "--instrument",
            required = true,
            paramLabel = "[FILE_SYMBOL=]SYMBOL.VENUE",
            description = "Whose trades are sent; may be given several times where the files name symbols.")
    private List<String> instruments;

    @Option(
            names = "--speed",
            defaultValue = "max",
            paramLabel = "N|max",
            converter = SpeedConverter.class,
            description = "Event time passes N times as fast as the clock on the wall. Default: max, flat out.")
    private double speed;

    @Option(
            names = "--end-clock",
            defaultValue = "1h",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How far after the last trade the market's clock is set at the end, so that everything still"
                    + " open downstream closes. Default: ${DEFAULT-VALUE}.")
    private Duration endClock;

    @Option(names = "--no-end-clock", description = "Leaves the market's clock at the last trade, if files follow.")
    private boolean noEndClock;

    @Option(
            names = "--max-time-step",
            defaultValue = "7d",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = {"A trade whose time is further from the one before it is refused. Default: ${DEFAULT-VALUE}."
            })
    private Duration maxTimeStep;

    @Option(
            names = "--first-sequence",
            defaultValue = "1",
            paramLabel = "N",
            description = {"Sequence of the files' first trade, for files that follow others already sent. Default: 1."
            })
    private long firstSequence;

    @Spec
    private CommandSpec spec;

    private final Settings settings;
    private final Function<String, SchemaRegistry> registries;

    private MarketDataMain(Settings settings, Function<String, SchemaRegistry> registries) {
        this.settings = settings;
        this.registries = registries;
    }

    public static void main(String[] args) {
        run(commandLine(Settings.ofEnvironment(), ConfluentRegistry::at), args);
    }

    /** @param registries the registry at an address */
    static CommandLine commandLine(Settings settings, Function<String, SchemaRegistry> registries) {
        return new CommandLine(new MarketDataMain(settings, registries))
                .setParameterExceptionHandler(MarketDataMain::refuse);
    }

    /** Ends this process with the command's exit code; a signal interrupts the command. */
    static void run(CommandLine command, String... args) {
        var thread = Thread.currentThread();
        var stop = new Thread(() -> stop(thread), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        int code = command.execute(args);
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            LOG.info("stopped; the next run takes up from here");
            return;
        }
        System.exit(code);
    }

    private static int refuse(CommandLine.ParameterException e, String... args) {
        e.getCommandLine().getErr().println(e.getMessage() + " (--help tells more)");
        return CommandLine.ExitCode.USAGE;
    }

    private static void stop(Thread main) {
        main.interrupt();
        try {
            main.join(STOPPING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try {
            var summary = replay(options());
            spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(summary));
            return CommandLine.ExitCode.OK;
        } catch (InvalidSettingsException | IllegalArgumentException e) {
            return fail(CommandLine.ExitCode.USAGE, e.getMessage());
        } catch (SourceMismatchException | IOException | UncheckedIOException | IllegalStateException e) {
            return fail(CommandLine.ExitCode.SOFTWARE, e.getMessage());
        } catch (InterruptedException | InterruptException e) {
            return fail(CommandLine.ExitCode.SOFTWARE, "interrupted");
        } catch (KafkaException e) {
            LOG.debug("Kafka failed", e);
            return fail(CommandLine.ExitCode.SOFTWARE, "Kafka: " + e.getMessage());
        }
    }

    private int fail(int code, String message) {
        spec.commandLine().getErr().println("marketdata: " + message);
        return code;
    }

    private Replay.Options options() {
        if (firstSequence < 1) {
            throw new IllegalArgumentException("--first-sequence must be >= 1, was " + firstSequence);
        }
        return new Replay.Options(
                files.stream().map(TradeFile::of).toList(), new Instruments(instruments), maxTimeStep, firstSequence);
    }

    private Summary replay(Replay.Options options) throws IOException, InterruptedException, SourceMismatchException {
        var kafka = settings.text("MILLRACE_KAFKA");
        var registry = settings.url("MILLRACE_REGISTRY");
        var statusAddress = settings.statusAddress();
        settings.check();
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (var output = new KafkaOutput(new KafkaClients(kafka, "marketdata"), registries.apply(registry), metrics);
                var status = new StatusServer(statusAddress, () -> status(output), metrics::scrape)) {
            LOG.info("status at port {}", status.port());
            return new Replay(options, new Pace(speed, System::nanoTime), output)
                    .run(noEndClock ? Optional.empty() : Optional.of(endClock));
        }
    }

    private static Status status(KafkaOutput output) {
        var details = Map.of(
                "acknowledged", Long.toString(output.acknowledged()),
                "silenceMillis", Long.toString(output.silence().toMillis()));
        return output.silence().compareTo(LONGEST_SILENCE) > 0 ? Status.unhealthy(details) : Status.healthy(details);
    }
}
