package io.millrace.connectors.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.connectors.kafka.KafkaClients;
import io.millrace.connectors.ledger.Progress.ConflictException;
import io.millrace.schemas.SchemaRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a session running: whatever fails ends it, and after a growing pause the next goes on from the progress. */
final class Ledger implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofMinutes(1);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final KafkaClients clients;
    private final LedgerDatabase database;
    private final Decoders decoders;
    private final MeterRegistry metrics;
    private final AtomicLong lag = new AtomicLong();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile State state = new State(false, "starting");
    private Duration pause = FIRST_PAUSE;

    Ledger(LedgerSettings settings, SchemaRegistry registry, MeterRegistry metrics) {
        this.clients = new KafkaClients(settings.kafka(), "ledger");
        this.database = new LedgerDatabase(settings);
        this.decoders = new Decoders(registry);
        this.metrics = metrics;
        metrics.gauge(Metrics.LAG, lag);
    }

    /** @param detail what is wrong, or what it does */
    record State(boolean running, String detail) {}

    /** Records that are in the topics and not yet in the tables. */
    long lag() {
        return lag.get();
    }

    State state() {
        return state;
    }

    /** Returns after {@link #stop}. */
    @Override
    public void run() {
        try {
            while (stopping.getCount() > 0) {
                runSession();
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                var longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    /** Ends {@link #run} and returns when it has ended. */
    void stop() throws InterruptedException {
        stopping.countDown();
        if (!stopped.await(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("the ledger did not end within {} s", STOPPING.toSeconds());
        }
    }

    private void runSession() throws InterruptedException {
        try (var session = session(database.connect())) {
            session.open();
            state = new State(true, "running");
            pause = FIRST_PAUSE;
            take(session);
        } catch (SQLException e) {
            fail("Postgres: " + e.getMessage(), e);
        } catch (ConflictException e) {
            fail(e.getMessage(), e);
        } catch (RuntimeException e) {
            fail(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private LedgerSession session(Connection connection) throws SQLException {
        try {
            return new LedgerSession(clients, decoders, connection, metrics);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void take(LedgerSession session) throws SQLException, ConflictException {
        long lookedAt = System.nanoTime();
        while (stopping.getCount() > 0) {
            session.step();
            lag.set(session.lag());
            if (System.nanoTime() - lookedAt > LOOK_FOR_PARTITIONS.toNanos()) {
                lookedAt = System.nanoTime();
                if (session.isOutgrown()) {
                    LOG.info("a topic has got more partitions");
                    return;
                }
            }
        }
    }

    private void fail(String reason, Exception e) {
        if (!reason.equals(state.detail())) {
            LOG.warn("begins anew from its progress: {}", reason, e);
        }
        metrics.counter(Metrics.RESTARTS).increment();
        state = new State(false, reason);
    }
}
