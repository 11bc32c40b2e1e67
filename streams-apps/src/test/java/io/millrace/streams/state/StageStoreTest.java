package io.millrace.streams.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StageStoreTest {
    private final KeyValueStore<Bytes, byte[]> written =
            Stores.inMemoryKeyValueStore("written").get();
    private final StageStore store = new StageStore(written);
    private final List<String> encoded = new ArrayList<>();

    @Test
    void encodesOnceWhatIsPutSeveralTimesBetweenTwoCommits() {
        put("a", "1");
        put("a", "2");
        assertThat(encoded).isEmpty();

        store.flushCache();
        store.flushCache();

        assertThat(encoded).containsExactly("2");
        assertThat(written.get(key("a"))).isEqualTo(bytes("2"));
    }

    @Test
    void encodesNothingOfWhatComesAndGoesBetweenTwoCommits() {
        put("a", "1");
        store.put(key("a"), () -> null);

        store.flushCache();

        assertThat(encoded).isEmpty();
        assertThat(written.get(key("a"))).isNull();
    }

    @Test
    void readsWhatWasPutBeforeTheCommit() {
        put("a2", "2");
        put("a1", "1");
        put("b", "3");
        var read = new ArrayList<String>();

        store.forEach(key("a"), value -> read.add(new String(value, UTF_8)));

        assertThat(read).containsExactly("1", "2");
        put("a1", "4");
        assertThat(store.get(key("a1"))).isEqualTo(bytes("4"));
    }

    private void put(String key, String value) {
        store.put(key(key), () -> {
            encoded.add(value);
            return bytes(value);
        });
    }

    private static Bytes key(String text) {
        return Bytes.wrap(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
