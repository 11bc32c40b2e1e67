package io.millrace.streams.state;

import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A part of a stage's state. All parts of a stage share one store, so that a transaction has one changelog partition to
 * commit instead of one for each; each part's keys begin with its name.
 *
 * <p>The store is on disk with a changelog. What is written several times between two commits is written once.
 */
public final class StateSection {
    private final KeyValueStore<Bytes, byte[]> store;
    private final String name;

    private StateSection(KeyValueStore<Bytes, byte[]> store, String name) {
        this.store = store;
        this.name = name;
    }

    public static StateSection of(ProcessorContext<?, ?> context, String store, String section) {
        return new StateSection(context.getStateStore(store), section);
    }

    /** The store of a stage. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    /** Begins the key of an entry. */
    public SortedKey key() {
        return SortedKey.of(name);
    }

    /** Writes an entry; null deletes it. */
    public void put(SortedKey key, byte[] value) {
        store.put(key.bytes(), value);
    }

    /** The value of an entry, null if there is none. */
    public byte[] get(SortedKey key) {
        return store.get(key.bytes());
    }

    /** Reads the values of all entries, in the order of their keys. */
    public void forEach(Consumer<byte[]> reader) {
        try (var entries = store.prefixScan(key().bytes(), new BytesSerializer())) {
            entries.forEachRemaining(entry -> reader.accept(entry.value));
        }
    }
}
