package io.millrace.streams.state;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A part of a stage's state. All parts of a stage share one store, so that a transaction has one changelog partition to
 * commit instead of one for each; each part's keys begin with its name.
 *
 * <p>The store is on disk with a changelog. What is put several times between two commits is encoded and written once.
 */
public final class StateSection {
    private final StageStore store;
    private final String name;

    private StateSection(StageStore store, String name) {
        this.store = store;
        this.name = name;
    }

    public static StateSection of(ProcessorContext<?, ?> context, String store, String section) {
        return new StateSection(context.getStateStore(store), section);
    }

    /** The store of a stage. */
    public static StoreBuilder<? extends StateStore> store(String name) {
        return new Builder(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray()));
    }

    /** Begins the key of an entry. */
    public SortedKey key() {
        return SortedKey.of(name);
    }

    /** Writes an entry with the next commit; the value may be made as late as that, so it must not change until then. */
    public void put(SortedKey key, Supplier<byte[]> value) {
        store.put(key.bytes(), value);
    }

    /** Deletes an entry with the next commit. */
    public void delete(SortedKey key) {
        store.put(key.bytes(), () -> null);
    }

    /** The value of an entry, null if there is none. */
    public byte[] get(SortedKey key) {
        return store.get(key.bytes());
    }

    /** Reads the values of all entries, in the order of their keys. */
    public void forEach(Consumer<byte[]> reader) {
        store.forEach(key().bytes(), reader);
    }

    private record Builder(StoreBuilder<KeyValueStore<Bytes, byte[]>> written) implements StoreBuilder<StageStore> {
        @Override
        public StageStore build() {
            return new StageStore(written.build());
        }

        @Override
        public StoreBuilder<StageStore> withCachingEnabled() {
            throw new UnsupportedOperationException("a stage's store is written once a commit as it is");
        }

        @Override
        public StoreBuilder<StageStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<StageStore> withLoggingEnabled(Map<String, String> config) {
            return new Builder(written.withLoggingEnabled(config));
        }

        @Override
        public StoreBuilder<StageStore> withLoggingDisabled() {
            throw new UnsupportedOperationException("a stage's state has to survive its machine");
        }

        @Override
        public Map<String, String> logConfig() {
            return written.logConfig();
        }

        @Override
        public boolean loggingEnabled() {
            return true;
        }

        @Override
        public String name() {
            return written.name();
        }
    }
}
