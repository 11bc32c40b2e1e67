package io.millrace.streams.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final SortedMap<String, V> changed = new TreeMap<>();

    public EntityStore(String name, ProcessorContext<?, ?> context, Function<V, String> id) {
        this.store = context.getStateStore(name);
        this.id = id;
    }

    public static <V> StoreBuilder<KeyValueStore<String, V>> builder(String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), serde);
    }

    /** All as of the end of the last step. */
    public Collection<V> all() {
        List<V> values = new ArrayList<>();
        try (var entries = store.all()) {
            entries.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }

    /** To be written at the end of the step. */
    public void put(V value) {
        changed.put(id.apply(value), value);
    }

    @Override
    public void write() {
        changed.forEach(store::put);
        changed.clear();
    }
}
