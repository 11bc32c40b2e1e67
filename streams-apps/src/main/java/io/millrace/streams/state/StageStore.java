package io.millrace.streams.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * The store of a stage. What steps put is encoded and written when the task commits, or when the store is read: what changed
 * several times until then, once.
 */
final class StageStore extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]> {
    private final Map<Bytes, Supplier<byte[]>> unwritten = new LinkedHashMap<>();

    StageStore(KeyValueStore<Bytes, byte[]> written) {
        super(written);
    }

    /** A store that is opened again holds what was committed. */
    @Override
    public void init(StateStoreContext context, StateStore root) {
        unwritten.clear();
        super.init(context, root);
    }

    /** @param value what {@code key} is to hold, the same whenever it is asked for; null deletes the entry */
    void put(Bytes key, Supplier<byte[]> value) {
        unwritten.put(key, value);
    }

    byte[] get(Bytes key) {
        write();
        return wrapped().get(key);
    }

    /** Reads the values of all entries whose keys begin so, in the order of their keys. */
    void forEach(Bytes prefix, Consumer<byte[]> reader) {
        write();
        try (var entries = wrapped().prefixScan(prefix, new BytesSerializer())) {
            entries.forEachRemaining(entry -> reader.accept(entry.value));
        }
    }

    /** Called with each commit of the task, before its changelog is sent. */
    @Override
    public void flushCache() {
        write();
        super.flushCache();
    }

    private void write() {
        unwritten.forEach((key, value) -> wrapped().put(key, value.get()));
        unwritten.clear();
    }
}
