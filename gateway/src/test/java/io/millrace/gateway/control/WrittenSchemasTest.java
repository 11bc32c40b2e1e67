package io.millrace.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class WrittenSchemasTest {
    private final Away registry = new Away();

    /** A registry that cannot be reached at first. */
    private static final class Away implements SchemaRegistry {
        private final InMemoryRegistry registry = new InMemoryRegistry();
        private final AtomicBoolean isThere = new AtomicBoolean();
        private final Set<String> askedInVain = ConcurrentHashMap.newKeySet();
        private final Set<String> given = ConcurrentHashMap.newKeySet();

        @Override
        public int register(String subject, Schema schema) {
            return registry.register(subject, schema);
        }

        @Override
        public int idOf(String subject, Schema schema) {
            if (!isThere.get()) {
                askedInVain.add(subject);
                throw new UncheckedIOException(new IOException("away"));
            }
            given.add(subject);
            return registry.idOf(subject, schema);
        }

        @Override
        public Schema byId(int id) {
            return registry.byId(id);
        }
    }

    @Test
    void asksForThemAtTheStartAndAgainUntilTheRegistryIsThere() {
        Topics.all()
                .forEach(topic ->
                        registry.register(topic.subject(), topic.codec().schema()));
        try (var schemas = WrittenSchemas.loading(registry)) {
            assertThat(schemas).isNotNull();
            await().atMost(Duration.ofSeconds(20)).until(() -> registry.askedInVain.contains(Topics.INTENTS.subject()));
            registry.isThere.set(true);

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(registry.given)
                    .contains(
                            Topics.INTENTS.subject(),
                            Topics.INSTRUMENTS.subject(),
                            Topics.POLICIES.subject(),
                            Topics.ACCOUNTS.subject(),
                            Topics.STRATEGIES.subject(),
                            Topics.MODELS.subject()));
        }
    }
}
