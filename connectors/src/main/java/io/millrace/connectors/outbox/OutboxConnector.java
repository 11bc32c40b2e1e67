package io.millrace.connectors.outbox;

import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.ConnectorCallback;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.connectors.kafka.KafkaClients;
import io.millrace.connectors.outbox.OutboxDatabase.NotReadyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an engine running: waits for what it needs, and starts a new one after a growing pause when one ends. */
final class OutboxConnector implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxConnector.class);
    private static final String TRANSACTIONAL_ID = "millrace-outbox";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    /** A run that lasted longer was a good one: the next pause is the first again. */
    private static final Duration GOOD_RUN = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final OutboxSettings settings;
    private final OutboxDatabase database;
    private final KafkaClients clients;
    private final OffsetsTopic offsets;
    private final Routing routing;
    private final MeterRegistry metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<DebeziumEngine<?>> running = new AtomicReference<>();
    private volatile State state = State.waiting("starting");

    /** @param catalogue names of the topics rows may go to */
    OutboxConnector(OutboxSettings settings, Set<String> catalogue, MeterRegistry metrics) {
        this.settings = settings;
        this.database = new OutboxDatabase(settings);
        this.clients = new KafkaClients(settings.kafka(), "outbox");
        this.offsets = new OffsetsTopic(clients);
        this.routing = new Routing(catalogue);
        this.metrics = metrics;
    }

    /** @param detail what it waits for, or what it reads */
    record State(boolean streaming, String detail) {
        private static State waiting(String detail) {
            return new State(false, detail);
        }
    }

    State state() {
        return state;
    }

    /** Returns after {@link #stop}. */
    @Override
    public void run() {
        try {
            var pause = FIRST_PAUSE;
            while (stopping.getCount() > 0) {
                long start = System.nanoTime();
                runOnce();
                boolean good = System.nanoTime() - start > GOOD_RUN.toNanos();
                pause = good ? FIRST_PAUSE : pause;
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
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
        var engine = running.get();
        if (engine != null) {
            try {
                engine.close();
            } catch (IOException | IllegalStateException e) {
                LOG.info("the engine had ended already: {}", e.getMessage());
            }
        }
        if (!stopped.await(2 * CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("the engine did not end within {} s", 2 * CLOSE.toSeconds());
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            var systemId = database.prepare();
            state = State.waiting("Kafka");
            offsets.create();
            runEngine(systemId);
        } catch (NotReadyException | KafkaException e) {
            wait(e.getMessage());
        }
    }

    private void runEngine(String systemId) {
        var producer = clients.transactionalProducer(TRANSACTIONAL_ID);
        try {
            // Fences off a predecessor, so that the place read from now on is final.
            producer.initTransactions();
            var engine = engine(systemId, new OutboxTransaction(producer, offsets, routing, watch(systemId), metrics));
            running.set(engine);
            if (stopping.getCount() > 0) {
                state = State.waiting("the engine");
                metrics.counter(Metrics.STARTS).increment();
                engine.run();
            }
        } finally {
            running.set(null);
            producer.close(CLOSE);
        }
    }

    private DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> engine(
            String systemId, OutboxTransaction transaction) {
        return DebeziumEngine.create(Connect.class)
                .using(EngineConfig.of(settings, systemId))
                .using(new ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        state = new State(true, EngineConfig.source(systemId));
                        LOG.info("reading the outbox of {}", EngineConfig.source(systemId));
                    }
                })
                .using((success, message, error) -> ended(success, message, error))
                .notifying(transaction)
                .build();
    }

    private SequenceWatch watch(String systemId) {
        var key = ByteBuffer.wrap(offsets.key(EngineConfig.NAME, Map.of("server", EngineConfig.source(systemId))));
        var place = offsets.read().get(key);
        return new SequenceWatch(place == null ? "" : place.sequences(), System.nanoTime(), PATIENCE.toNanos());
    }

    private void ended(boolean success, String message, Throwable error) {
        if (success || stopping.getCount() == 0) {
            state = State.waiting("the engine was closed");
            LOG.info("the engine was closed");
        } else {
            state = State.waiting("the engine failed: " + (error == null ? message : error.getMessage()));
            LOG.error("the engine failed and is started again: {}", message, error);
        }
    }

    private void wait(String reason) {
        if (!reason.equals(state.detail())) {
            LOG.warn("waiting: {}", reason);
        }
        state = State.waiting(reason);
    }
}
