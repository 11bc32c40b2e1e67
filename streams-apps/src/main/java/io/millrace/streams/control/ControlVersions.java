package io.millrace.streams.control;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/**
 * All versions of the entities of one control topic, decoded and in memory: a global store, filled from the compacted topic
 * when the app starts and followed from there. One thread writes, all read.
 *
 * @param <V> the entity
 */
public final class ControlVersions<V> implements StateStore {
    private final String name;
    private final Function<V, String> id;
    private final ToLongFunction<V> version;
    private final ToLongFunction<V> effectiveFromNanos;
    private final Map<String, NavigableMap<Long, V>> versions = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean open;

    ControlVersions(
            String name, Function<V, String> id, ToLongFunction<V> version, ToLongFunction<V> effectiveFromNanos) {
        this.name = name;
        this.id = id;
        this.version = version;
        this.effectiveFromNanos = effectiveFromNanos;
    }

    /** The version of an entity that holds at an event time: the highest that is effective by then. */
    public Optional<V> at(String entity, long timeNanos) {
        return versions.getOrDefault(entity, Collections.emptyNavigableMap()).descendingMap().values().stream()
                .filter(candidate -> effectiveFromNanos.applyAsLong(candidate) <= timeNanos)
                .findFirst();
    }

    /** Every version of every entity, by id and version. */
    public List<V> all() {
        return new TreeMap<>(versions)
                .values().stream()
                        .flatMap(byVersion -> byVersion.values().stream())
                        .toList();
    }

    /** How many versions there are. */
    public int size() {
        return versions.values().stream().mapToInt(Map::size).sum();
    }

    /** Grows with every change: who keeps something derived from the versions sees when to derive it again. */
    public long changes() {
        return changes.get();
    }

    void put(V entity) {
        versions.compute(id.apply(entity), (key, old) -> {
            NavigableMap<Long, V> next = old == null ? new TreeMap<>() : new TreeMap<>(old);
            next.put(version.applyAsLong(entity), entity);
            return Collections.unmodifiableNavigableMap(next);
        });
        changes.incrementAndGet();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        open = true;
        context.register(root, (key, value) -> {
            throw new IllegalStateException(name + " is filled by its processor only");
        });
    }

    @Override
    public void flush() {
        // Nothing is kept beside the topic itself.
    }

    @Override
    public void close() {
        open = false;
        versions.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
