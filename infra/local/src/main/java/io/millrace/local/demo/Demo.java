package io.millrace.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.gateway.GatewayClient;
import io.millrace.local.parts.PostgresPart;
import io.millrace.local.platform.LocalPlatform;
import io.millrace.local.process.PartFailedException;
import io.millrace.local.setup.LocalPort;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;

/** Trades through a running platform, from the first one until all that follows from the last one is out. */
public final class Demo {
    /** The replayed file, a resource of ta4j-examples. */
    static final String FILE = "classpath:bitstamp_trades_from_20131125_usd.csv";

    static final String INSTRUMENT = "BTC-USD.BITSTAMP";
    static final String MARKETDATA = "marketdata";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration CONTROL_PATIENCE = Duration.ofSeconds(60);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration LEDGER_PATIENCE = Duration.ofSeconds(60);
    private static final Duration GATEWAY_PATIENCE = Duration.ofSeconds(30);
    /** As many as the gateway shows at once. */
    private static final int MOST_ORDERS = 1_000;

    private final LocalPlatform platform;
    private final Harvest harvest;
    private final Transcript transcript;
    private final Screen screen;

    Demo(LocalPlatform platform, Harvest harvest, Transcript transcript, Screen screen) {
        this.platform = platform;
        this.harvest = harvest;
        this.transcript = transcript;
        this.screen = screen;
    }

    /** Makes known what people decide, and waits until everybody who acts upon it has it. */
    void control(GatewayClient gateway) throws IOException, InterruptedException {
        var controls = DemoControls.load();
        controls.send(gateway);
        long deadline = System.nanoTime() + CONTROL_PATIENCE.toNanos();
        while (controlsIn(platform.parts().health(LocalPort.STREAMS)) < controls.size()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("streams does not have all " + controls.size() + " control records after "
                        + CONTROL_PATIENCE.toSeconds() + " s; logs: "
                        + platform.parts().log("streams"));
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** Replays the file and returns when everything is through. */
    Summary replay(String speed, double startSeconds)
            throws IOException, InterruptedException, PartFailedException, SQLException {
        long asked = System.currentTimeMillis();
        platform.startMarketData(List.of("--instrument", INSTRUMENT, "--speed", speed, FILE));
        try (var follower = new Follower(platform.parts().kafka(), this::take)) {
            var replayed = follow(follower);
            long through = System.currentTimeMillis();
            var resident = platform.residentBytes();
            var ledger = ledger();
            var checks = new Checks(harvest, replayed, ledger).run();
            double replaySeconds = (through - Math.max(asked, harvest.market().firstTradeMillis())) / 1e3;
            return new Summary(harvest, replayed, checks, resident, startSeconds, replaySeconds);
        } catch (InterruptException e) {
            throw new InterruptedException(e.getMessage());
        }
    }

    /** Adds to the records what the ledger holds and the gateway shows, once that has caught up with the topics. */
    void record(GatewayClient gateway) throws IOException, InterruptedException, SQLException {
        var postgres = platform.parts().postgres();
        transcript.ledger(LedgerRows.whole(postgres.url(), PostgresPart.USER, postgres.password()));
        long deadline = System.nanoTime() + GATEWAY_PATIENCE.toNanos();
        var orders = orders(gateway);
        while (reportsIn(orders) < harvest.trading().reports().size() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            orders = orders(gateway);
        }
        transcript.orders(orders.stream().map(JsonNode::toString).toList());
    }

    private static List<JsonNode> orders(GatewayClient gateway) throws IOException, InterruptedException {
        var orders = new ArrayList<JsonNode>();
        gateway.send("GET", "/v1/orders?limit=" + MOST_ORDERS, Optional.empty(), Optional.empty())
                .path("orders")
                .forEach(orders::add);
        return orders;
    }

    private static int reportsIn(List<JsonNode> orders) {
        return orders.stream().mapToInt(order -> order.path("reports").size()).sum();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        transcript.add(record);
        harvest.take(record);
    }

    private Replayed follow(Follower follower) throws IOException, InterruptedException {
        long lastRecord = System.nanoTime();
        Replayed replayed = null;
        while (true) {
            if (follower.poll(BETWEEN_LOOKS) > 0) {
                lastRecord = System.nanoTime();
            }
            screen.show(harvest);
            if (replayed == null && platform.isFinished(MARKETDATA)) {
                replayed = Replayed.in(platform.parts().log(MARKETDATA));
                lastRecord = System.nanoTime();
            }
            if (replayed != null && isThrough(follower, replayed.endClockNanos())) {
                return replayed;
            }
            if (replayed != null && System.nanoTime() - lastRecord > SILENCE.toNanos()) {
                throw new IOException("nothing came through for " + SILENCE.toSeconds() + " s: " + missing(replayed));
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private boolean isThrough(Follower follower, long endNanos) throws InterruptedException {
        return EndClock.all(INSTRUMENT, harvest).stream().allMatch(end -> end.isReached(follower, endNanos))
                && follower.isAtEnd();
    }

    private String missing(Replayed replayed) {
        return "the clock " + replayed.endClockNanos() + " is still missing, came so far: "
                + EndClock.all(INSTRUMENT, harvest).stream()
                        .map(EndClock::toString)
                        .toList();
    }

    /** The ledger once it has caught up with the topics, or as it is if it does not. */
    private LedgerRows ledger() throws SQLException, IOException, InterruptedException {
        var postgres = platform.parts().postgres();
        var expected = LedgerRows.inTopics(harvest.trading());
        long deadline = System.nanoTime() + LEDGER_PATIENCE.toNanos();
        while (true) {
            var ledger = LedgerRows.inPostgres(postgres.url(), PostgresPart.USER, postgres.password());
            if (System.nanoTime() > deadline || ledger.differenceTo(expected).isEmpty()) {
                return ledger;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private static int controlsIn(String health) throws IOException {
        int versions = 0;
        var details = new ObjectMapper().readTree(health).path("details");
        for (var names = details.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            versions += name.startsWith("control.") ? details.path(name).asInt() : 0;
        }
        return versions;
    }
}
