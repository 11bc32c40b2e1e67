package io.millrace.streams.state;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Things with a name, the latest state of each.
 *
 * @param <V> the thing
 */
public final class EntityStore<V> implements StepState {
    private final KeyValueStore<String, V> store;
    private final Function<V, String> id;
    private final SortedMap<String, V> values = new TreeMap<>();
    private final TreeSet<String> changed = new TreeSet<>();

    public EntityStore(String name, ProcessorContext<?, ?> context, Function<V, String> id) {
        this.store = context.getStateStore(name);
        this.id = id;
        try (var entries = store.all()) {
            entries.forEachRemaining(entry -> values.put(entry.key, entry.value));
        }
    }

    public static <V> StoreBuilder<KeyValueStore<String, V>> builder(String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), serde)
                .withCachingEnabled();
    }

    public Collection<V> all() {
        return values.values();
    }

    /** The thing of that name, null if there is none. */
    public V get(String name) {
        return values.get(name);
    }

    public void put(V value) {
        var name = id.apply(value);
        values.put(name, value);
        changed.add(name);
    }

    @Override
    public void write() {
        for (var name : changed) {
            store.put(name, values.get(name));
        }
        changed.clear();
    }
}
