package io.millrace.gateway.control;

import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the registry for the schemas of everything that the gateway writes as soon as it starts, and again until it has
 * them: a registry keeps what it was once asked for, so that nobody's first order depends on it.
 */
public final class WrittenSchemas implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenSchemas.class);
    private static final long PAUSE_MILLIS = 1_000;

    private static final List<Topic<?>> WRITTEN = List.of(
            Topics.INTENTS,
            Kind.INSTRUMENT.topic(),
            Kind.POLICY.topic(),
            Kind.ACCOUNT.topic(),
            Kind.STRATEGY.topic(),
            Kind.MODEL.topic());

    private final SchemaRegistry registry;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::load, "written-schemas");

    private WrittenSchemas(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** Begins at once. */
    public static WrittenSchemas loading(SchemaRegistry registry) {
        var schemas = new WrittenSchemas(registry);
        schemas.thread.start();
        return schemas;
    }

    private void load() {
        var missing = new ArrayList<>(WRITTEN);
        try {
            do {
                missing.removeIf(this::isThere);
            } while (!missing.isEmpty() && !closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isThere(Topic<?> topic) {
        try {
            registry.byId(registry.idOf(topic.subject(), topic.codec().schema()));
            return true;
        } catch (RuntimeException notYet) {
            LOG.debug("no schema of {} yet: {}", topic, notYet.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
