package io.millrace.local.parts;

import io.millrace.local.flink.FlinkJob;
import io.millrace.local.flink.FlinkRest;
import io.millrace.local.flink.JobSubmission;
import io.millrace.local.parts.AppPart.App;
import io.millrace.local.process.Part;
import io.millrace.local.process.ProcessPart;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.PortPlan;
import io.millrace.local.setup.Secrets;
import io.millrace.local.setup.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All parts of the platform, configured to find each other. */
public final class Parts {
    private static final String TOKEN = "gateway-token";
    private static final String KAFKA = "MILLRACE_KAFKA";
    private static final String REGISTRY = "MILLRACE_REGISTRY";
    private static final String INSTANCE = "MILLRACE_INSTANCE";
    private static final String STATE = "MILLRACE_STATE";
    private static final String STATUS_PORT = "MILLRACE_STATUS_PORT";

    private final Installation installation;
    private final State state;
    private final PortPlan ports;
    private final Secrets secrets;
    private final PostgresPart postgres;
    private final FlinkCluster cluster;
    private final JobSubmission submission;
    private final SortedMap<String, String> settings;

    public Parts(Installation installation, State state, PortPlan ports) {
        this(installation, state, ports, new TreeMap<>());
    }

    /** @param settings variables that the parts get on top of the launcher's own */
    public Parts(Installation installation, State state, PortPlan ports, SortedMap<String, String> settings) {
        this.settings = new TreeMap<>(settings);
        this.installation = installation;
        this.state = state;
        this.ports = ports;
        secrets = new Secrets(state.secrets());
        postgres = new PostgresPart(installation, state, ports, secrets);
        cluster = new FlinkCluster(installation, state, ports);
        submission = new JobSubmission(
                new FlinkRest(ports.url(LocalPort.FLINK)),
                cluster.checkpoints(),
                state.of("flink").resolve("jobs"),
                () -> installation.jar("flink-jobs"),
                List.of("--kafka", kafka(), "--registry", registry()));
    }

    /**
     * What runs always, in no particular order: their needs order them. Signals come on top: whoever wants a replay to
     * give the same every time has its strategies in place first.
     */
    public List<Part> standing() {
        return List.of(
                new KafkaPart(installation, state, ports),
                new RegistryPart(installation, state, ports),
                postgres,
                new TopicsPart(state, ports, settings),
                new JobManagerPart(cluster),
                new TaskManagerPart(cluster),
                gateway(),
                outbox(),
                ledger(),
                streams("streams", LocalPort.STREAMS, new TreeMap<>()),
                new JobPart(FlinkJob.BARS_INDICATORS, submission),
                new JobPart(FlinkJob.FEATURES, submission));
    }

    /** A second instance of the streams apps, which takes its share of the first one's tasks; on a state of its own. */
    public ProcessPart secondStreams() {
        return streams("streams-2", LocalPort.STREAMS_2, new TreeMap<>(Map.of(INSTANCE, "1")));
    }

    /** The job that trades. */
    public JobPart signals() {
        return new JobPart(FlinkJob.SIGNALS, submission);
    }

    /** The marketdata connector with its arguments. */
    public MarketDataPart marketData(List<String> arguments) {
        return new MarketDataPart(
                installation, state, ports, arguments, withStatus(withRegistry(clients()), LocalPort.MARKETDATA));
    }

    /** What a part says of its health, healthy or not. */
    public String health(LocalPort port) throws IOException, InterruptedException {
        return Probes.get(ports.url(port) + "/health");
    }

    /** A part's log. */
    public Path log(String part) {
        return state.log(part);
    }

    /** Starts single jobs. */
    public JobSubmission submission() {
        return submission;
    }

    /** The database, for those who read it. */
    public PostgresPart postgres() {
        return postgres;
    }

    /** Bootstrap address of the broker. */
    public String kafka() {
        return ports.address(LocalPort.KAFKA);
    }

    /** Base URL of the registry's Confluent API. */
    public String registry() {
        return ports.url(LocalPort.REGISTRY) + RegistryPart.API;
    }

    /** Holds the gateway's bearer token once it has started. */
    public Path gatewayToken() {
        return secrets.file(TOKEN);
    }

    private AppPart gateway() {
        var app = new App(
                "gateway",
                "gateway",
                "io.millrace.gateway.GatewayMain",
                false,
                LocalPort.GATEWAY,
                128,
                96,
                List.of("postgres", "topics"),
                List.of());
        return app(app, () -> {
            var variables = withDatabase(withRegistry(clients()));
            variables.put("MILLRACE_HTTP_PORT", Integer.toString(ports.number(LocalPort.GATEWAY)));
            variables.put("MILLRACE_GATEWAY_TOKEN", secrets.get(TOKEN));
            return variables;
        });
    }

    /** Needs the gateway, which makes the outbox's table. */
    private AppPart outbox() {
        var app = new App(
                "outbox",
                "connectors",
                "io.millrace.connectors.outbox.OutboxMain",
                false,
                LocalPort.OUTBOX,
                160,
                96,
                List.of("gateway"),
                List.of());
        return app(app, () -> withStatus(withDatabase(clients()), LocalPort.OUTBOX));
    }

    private AppPart ledger() {
        var app = new App(
                "ledger",
                "connectors",
                "io.millrace.connectors.ledger.LedgerMain",
                false,
                LocalPort.LEDGER,
                128,
                96,
                List.of("postgres", "topics"),
                List.of());
        return app(app, () -> withStatus(withDatabase(withRegistry(clients())), LocalPort.LEDGER));
    }

    private AppPart streams(String name, LocalPort status, SortedMap<String, String> more) {
        var app = new App(
                name,
                "streams-apps",
                "io.millrace.streams.StreamsMain",
                true,
                status,
                384,
                128,
                List.of("topics"),
                List.of("--stages", "risk,routing,papervenue,portfolio"));
        return app(app, () -> {
            var variables = withStatus(withRegistry(clients()), status);
            variables.put(STATE, state.of(name).toString());
            variables.putAll(more);
            return variables;
        });
    }

    private AppPart app(App app, AppPart.Environment environment) {
        return new AppPart(app, installation, state, ports, environment);
    }

    private SortedMap<String, String> clients() {
        var variables = new TreeMap<>(settings);
        variables.put(KAFKA, kafka());
        return variables;
    }

    private SortedMap<String, String> withRegistry(SortedMap<String, String> variables) {
        variables.put(REGISTRY, registry());
        return variables;
    }

    private SortedMap<String, String> withDatabase(SortedMap<String, String> variables) throws IOException {
        variables.put("MILLRACE_POSTGRES", postgres.url());
        variables.put("MILLRACE_POSTGRES_USER", PostgresPart.USER);
        variables.put("MILLRACE_POSTGRES_PASSWORD", postgres.password());
        return variables;
    }

    private SortedMap<String, String> withStatus(SortedMap<String, String> variables, LocalPort port) {
        variables.put(STATUS_PORT, Integer.toString(ports.number(port)));
        return variables;
    }
}
