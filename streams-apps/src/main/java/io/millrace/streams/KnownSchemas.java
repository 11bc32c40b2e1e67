package io.millrace.streams;

import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the registry for all schemas at start, so that it may be away later; registries remember what they were asked. */
final class KnownSchemas {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSchemas.class);
    private static final long PAUSE_MILLIS = 250;

    private KnownSchemas() {}

    /**
     * Waits for a registry or for schemas that are not there yet.
     *
     * @throws UncheckedIOException if the registry is still not there after {@code patience}
     * @throws IllegalStateException if a schema is still not there after {@code patience}
     */
    static void load(SchemaRegistry registry, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                for (var topic : Topics.all()) {
                    registry.byId(registry.idOf(topic.subject(), topic.codec().schema()));
                }
                return;
            } catch (UncheckedIOException | IllegalStateException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LOG.info("waiting: {}", e.getMessage());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }
}
