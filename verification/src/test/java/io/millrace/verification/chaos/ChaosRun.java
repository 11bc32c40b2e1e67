package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.core.order.Action;
import io.millrace.local.demo.Transcript;
import io.millrace.local.platform.LocalPlatform;
import io.millrace.local.process.PartFailedException;
import io.millrace.local.process.Progress;
import io.millrace.local.setup.Installation;
import io.millrace.local.setup.LocalPort;
import io.millrace.local.setup.State;
import io.millrace.schemas.ConfluentRegistry;
import io.millrace.schemas.Topics;
import io.millrace.verification.DemoTrades;
import io.millrace.verification.history.Driven;
import io.millrace.verification.history.History;
import io.millrace.verification.history.LogEntry;
import io.millrace.verification.history.OrderShown;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run: a platform of its own, trades and people's orders, faults by a schedule, and what came of it. */
final class ChaosRun {
    /** In the history: what was done, and what the supervisor said. */
    static final String EVENTS = "kills.jsonl";
    /** In the history: the platform's state and logs. */
    static final String STATE = "var";

    private static final String RECORDS = "records";
    private static final int DESKS = 8;
    private static final long DESK_PAUSE_MILLIS = 350;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration SILENCE = Duration.ofMinutes(4);
    /** Of the schedule's length that the trades take if nothing holds them up. */
    private static final double MARKET_LENGTH = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schedule schedule;
    private final Path directory;
    private final PrintStream out;

    /**
     * A run that has not begun.
     *
     * @param directory of the history: gets everything that the run was, and its platform's state and logs
     */
    ChaosRun(Schedule schedule, Path directory, PrintStream out) {
        this.schedule = schedule;
        this.directory = directory;
        this.out = out;
    }

    /**
     * What a run was.
     *
     * @param done how many faults of each kind hit
     * @param wishes of people, those of each kind that were acknowledged
     * @param asked requests of people
     * @param attempts how often these were sent
     * @param history all that one committed reader saw while it lived through it, and what is beside the topics
     * @param endState of the account whose strategies trade
     */
    record Outcome(
            Path directory,
            Map<Fault.Kind, Integer> done,
            Map<String, Integer> wishes,
            int asked,
            int attempts,
            History history,
            EndState endState,
            double seconds) {
        private Outcome with(List<LogEntry> log, double took) {
            return new Outcome(directory, done, wishes, asked, attempts, history.withLog(log), endState, took);
        }
    }

    Outcome run() throws Exception {
        long start = System.nanoTime();
        Files.createDirectories(directory);
        Files.write(
                directory.resolve("schedule.txt"),
                Stream.concat(
                                Stream.of("seed " + schedule.seed() + ", " + schedule.lengthMillis() + " ms"),
                                schedule.faults().stream().map(Fault::toString))
                        .toList());
        var state = new State(directory.resolve(STATE).toAbsolutePath());
        try (var events = new HistoryFile(directory.resolve(EVENTS));
                var requests = new HistoryFile(directory.resolve("requests.jsonl"));
                var links = Links.open()) {
            Outcome outcome;
            try (var platform =
                    LocalPlatform.start(Installation.find(), state, links.ports(), settings(), new Notices(events))) {
                outcome = underWay(platform, links, state, events, requests, start);
            }
            var topics = Topics.all().stream()
                    .flatMap(topic -> Stream.of(topic.name(), topic.deadLetters()))
                    .collect(Collectors.toSet());
            var log = BrokerLog.read(state.of("kafka").resolve("data"), topics);
            return outcome.with(log, (System.nanoTime() - start) / 1e9);
        }
    }

    /**
     * Several partitions, so that a second instance has something to take; and clocks are waited for through any fault:
     * what is decided without them after a bound is another decision, rightly.
     */
    private static SortedMap<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("MILLRACE_INSTRUMENT_PARTITIONS", "2");
        settings.put("MILLRACE_ACCOUNT_PARTITIONS", "4");
        settings.put("MILLRACE_CLOCK_WAIT_BOUND", "3600s");
        return settings;
    }

    private Outcome underWay(
            LocalPlatform platform, Links links, State state, HistoryFile events, HistoryFile requests, long start)
            throws Exception {
        var ports = links.ports();
        var gateway = new Gateway(ports.url(LocalPort.GATEWAY), platform.parts().gatewayToken());
        var accounts =
                IntStream.rangeClosed(1, DESKS).mapToObj(i -> "desk-" + i).toList();
        new Controls(accounts).send(gateway, platform.parts());
        platform.startSignals();
        out.printf("everything is up after %.1f s%n", (System.nanoTime() - start) / 1e9);
        var schemas = new KnownSchemas(ConfluentRegistry.at(platform.parts().registry()));
        var flow = new Flow(schemas);
        var threads = Executors.newCachedThreadPool();
        var transcript = Transcript.in(directory.resolve(RECORDS));
        transcript.schemas(schemas);
        try (var recorder = new Recorder(platform.parts().kafka(), transcript, flow);
                var broker = new BrokerFaults(
                        platform.parts().kafka(), state.of("kafka").resolve("data"));
                var injector = new Injector(platform, links, broker, events)) {
            platform.startMarketData(List.of("--instrument", Market.INSTRUMENT, "--speed", speed(), Market.FILE));
            awaitTime(recorder, flow, accounts);
            var open = new AtomicBoolean(true);
            var desks = new ArrayList<Desk>();
            var working = new ArrayList<CompletableFuture<Void>>();
            for (var account : accounts) {
                var desk = new Desk(
                        account,
                        schedule.seed() ^ account.hashCode(),
                        gateway,
                        DESK_PAUSE_MILLIS,
                        flow::price,
                        open::get,
                        requests);
                desks.add(desk);
                working.add(CompletableFuture.runAsync(desk, threads));
            }
            var faults = CompletableFuture.runAsync(
                    () -> {
                        try {
                            injector.run(schedule);
                            open.set(false);
                            injector.heal();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    threads);
            while (!faults.isDone()) {
                recorder.poll(POLL);
            }
            faults.join();
            long deadline = System.nanoTime() + SILENCE.toNanos();
            while (working.stream().anyMatch(one -> !one.isDone())) {
                recorder.poll(POLL);
                if (System.nanoTime() > deadline) {
                    throw new IOException(
                            "the gateway does not answer " + SILENCE.toSeconds() + " s after all is healed");
                }
            }
            working.forEach(CompletableFuture::join);
            out.printf("healed after %.1f s%n", (System.nanoTime() - start) / 1e9);
            var acknowledged =
                    desks.stream().flatMap(desk -> desk.acknowledged().stream()).toList();
            var everybody =
                    Stream.concat(Stream.of(Market.ACCOUNT), accounts.stream()).toList();
            awaitCommands(recorder, flow, acknowledged);
            letTheMarketEnd(platform);
            var database = new Database(platform.parts().postgres());
            awaitThrough(platform, recorder, flow, database, acknowledged, everybody);
            out.printf("through after %.1f s%n", (System.nanoTime() - start) / 1e9);
            var history = History.of(recorder.records(), schemas)
                    .withLedger(database.rows(directory.resolve("ledger.jsonl")))
                    .withOrders(orders(gateway, everybody, acknowledged))
                    .withDriven(new Driven(DemoTrades.driven().trades(), acknowledged, broker.poison()));
            return new Outcome(
                    directory,
                    injector.done(),
                    wishes(desks),
                    desks.stream().mapToInt(Desk::asked).sum(),
                    desks.stream().mapToInt(Desk::attempts).sum(),
                    history,
                    EndState.of(recorder.records()),
                    0);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Integer> wishes(List<Desk> desks) {
        var wishes = new TreeMap<String, Integer>();
        desks.forEach(desk -> desk.kinds().forEach((kind, count) -> wishes.merge(kind, count, Integer::sum)));
        return wishes;
    }

    /** Half of the week within the schedule: there is a market as long as anybody asks for something. */
    private String speed() {
        return Long.toString(Math.round(Market.SECONDS * 1e3 / (schedule.lengthMillis() * MARKET_LENGTH)));
    }

    /** People wait until the market is open for them. */
    private static void awaitTime(Recorder recorder, Flow flow, List<String> accounts) throws IOException {
        long deadline = System.nanoTime() + SILENCE.toNanos();
        while (!flow.haveTime(accounts, recorder)) {
            recorder.poll(POLL);
            if (System.nanoTime() > deadline) {
                throw new IOException("risk does not know the time after " + SILENCE.toSeconds() + " s");
            }
        }
    }

    /** An order that reaches its venue after the end of the market has no answer. */
    private static void awaitCommands(Recorder recorder, Flow flow, List<Driven.Request> acknowledged)
            throws IOException {
        var intents = acknowledged.stream().map(Driven.Request::intentId).toList();
        long deadline = System.nanoTime() + SILENCE.toNanos();
        for (var missing = flow.undecided(intents); !missing.isEmpty(); missing = flow.undecided(intents)) {
            recorder.poll(POLL);
            if (System.nanoTime() > deadline) {
                throw new IOException("not decided in " + SILENCE.toSeconds() + " s: " + String.join("; ", missing));
            }
        }
    }

    /** The rest of the trades, flat out. */
    private static void letTheMarketEnd(LocalPlatform platform)
            throws PartFailedException, IOException, InterruptedException {
        if (!platform.isFinished(Market.PART)) {
            platform.stop(Market.PART);
            platform.startMarketData(List.of("--instrument", Market.INSTRUMENT, Market.FILE));
        }
    }

    private void awaitThrough(
            LocalPlatform platform,
            Recorder recorder,
            Flow flow,
            Database database,
            List<Driven.Request> acknowledged,
            List<String> accounts)
            throws IOException, InterruptedException, ExecutionException {
        var intents = acknowledged.stream().map(Driven.Request::intentId).toList();
        long deadline = System.nanoTime() + SILENCE.toNanos();
        int before = 0;
        List<String> missing = List.of("everything");
        while (!missing.isEmpty()) {
            recorder.poll(POLL);
            if (recorder.records().size() > before) {
                before = recorder.records().size();
                deadline = System.nanoTime() + SILENCE.toNanos();
            }
            missing = missing(platform, recorder, flow, database, intents, accounts);
            if (System.nanoTime() > deadline) {
                throw new IOException("nothing came through for " + SILENCE.toSeconds() + " s; missing: "
                        + String.join("; ", missing));
            }
        }
    }

    private List<String> missing(
            LocalPlatform platform,
            Recorder recorder,
            Flow flow,
            Database database,
            List<String> intents,
            List<String> accounts)
            throws IOException, InterruptedException {
        if (!platform.isFinished(Market.PART)) {
            return List.of("the end of the trades");
        }
        var missing = new ArrayList<>(
                flow.missing(intents, accounts, endClockNanos(platform.parts().log(Market.PART)), recorder));
        missing.addAll(recorder.behind());
        if (missing.isEmpty()) {
            try {
                missing.addAll(database.behind(flow.ends()));
            } catch (SQLException notNow) {
                missing.add("an answer of Postgres: " + notNow.getMessage());
            }
        }
        return missing;
    }

    /** From the last summary that the connector printed. */
    private static long endClockNanos(Path log) throws IOException {
        var summary = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("{"))
                .reduce((one, later) -> later)
                .orElseThrow(() -> new IOException("no summary in " + log));
        return JSON.readTree(summary).path("endClockNanos").asLong();
    }

    /** The latest of each account, and those that were acknowledged to people if the gateway shows them when asked. */
    private static List<OrderShown> orders(Gateway gateway, List<String> accounts, List<Driven.Request> acknowledged)
            throws IOException, InterruptedException {
        var shown = new LinkedHashMap<String, OrderShown>();
        for (var account : accounts) {
            var answer = gateway.get("/v1/orders?limit=1000&accountId=" + account);
            if (!answer.isYes()) {
                throw new IOException("the gateway does not show the orders of " + account + ": " + answer);
            }
            for (var order : answer.body().path("orders")) {
                show(order, shown);
            }
        }
        for (var request : acknowledged) {
            if (request.action() == Action.SUBMIT && !shown.containsKey(request.intentId())) {
                var answer = gateway.get("/v1/orders/" + request.intentId());
                if (answer.isYes()) {
                    show(answer.body(), shown);
                }
            }
        }
        return List.copyOf(shown.values());
    }

    private static void show(JsonNode order, Map<String, OrderShown> shown) {
        var one = new OrderShown(
                order.path("orderId").asText(),
                order.path("accountId").asText(),
                order.path("status").asText(),
                order.path("filledQuantity").asText(),
                order.path("reports").size());
        shown.put(one.orderId(), one);
    }

    /** Writes into the history what the supervisor says. */
    private record Notices(HistoryFile events) implements Progress {
        @Override
        public void ready(String part, Duration since) {
            add(part, "ready after " + since.toMillis() + " ms");
        }

        @Override
        public void notice(String part, String message) {
            add(part, message);
        }

        private void add(String part, String message) {
            try {
                events.add(JSON.createObjectNode().put("part", part).put("notice", message));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
