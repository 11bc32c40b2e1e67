package io.millrace.connectors.outbox;

import io.millrace.connectors.kafka.KafkaClients;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;

/**
 * Where the engine looks up its place: read from the offsets topic when the engine starts. It writes nothing, for the
 * place is written by {@link OutboxTransaction}, together with the records. The engine makes it by its name.
 */
public final class CommittedOffsets extends MemoryOffsetBackingStore {
    static final String BOOTSTRAP = "offset.storage.millrace.bootstrap";

    private String bootstrap;

    @Override
    public void configure(WorkerConfig config) {
        bootstrap = config.originalsStrings().get(BOOTSTRAP);
    }

    @Override
    public void start() {
        super.start();
        data = new HashMap<>();
        new OffsetsTopic(new KafkaClients(bootstrap, "outbox-offsets"))
                .read()
                .forEach((key, place) -> data.put(key, place.value()));
    }

    /** Not asked for by the embedded engine. */
    @Override
    public Set<Map<String, Object>> connectorPartitions(String connector) {
        return Set.of();
    }
}
