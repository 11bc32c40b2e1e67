package io.millrace.streams.papervenue;

import io.millrace.core.market.InstrumentId;
import io.millrace.streams.state.SortedKey;
import io.millrace.streams.state.StateFormat;
import io.millrace.streams.state.StateSection;
import io.millrace.streams.state.StepState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Things that instruments have many of, each an entry of its own: a step writes those that it changed. The venue keeps them
 * in memory; here are only those that it has not asked for yet.
 *
 * @param <V> the thing, immutable
 */
final class InstrumentEntries<V> implements StepState {
    /** What an entry is found by. */
    record Name(InstrumentId instrument, String text) {}

    private final StateSection section;
    private final StateFormat<V> format;
    private final Function<V, Name> name;
    private final Map<InstrumentId, List<V>> loaded = new HashMap<>();
    /** Things to be written, null for one to be deleted. */
    private final Map<Name, V> changed = new LinkedHashMap<>();

    InstrumentEntries(StateSection section, StateFormat<V> format, Function<V, Name> name) {
        this.section = section;
        this.format = format;
        this.name = name;
        section.forEach(bytes -> load(format.decode(bytes)));
    }

    /** Takes over what an earlier version kept elsewhere. */
    void adopt(Collection<V> values) {
        values.forEach(value -> {
            load(value);
            put(value);
        });
    }

    /** All of an instrument: asked for once. */
    Collection<V> takeAll(InstrumentId instrument) {
        var values = loaded.remove(instrument);
        return values == null ? List.of() : values;
    }

    void put(V value) {
        changed.put(name.apply(value), value);
    }

    void remove(V value) {
        changed.put(name.apply(value), null);
    }

    @Override
    public void write() {
        changed.forEach((entry, value) -> {
            if (value == null) {
                section.delete(key(entry));
            } else {
                section.put(key(entry), () -> format.encode(value));
            }
        });
        changed.clear();
    }

    private void load(V value) {
        loaded.computeIfAbsent(name.apply(value).instrument(), i -> new ArrayList<>())
                .add(value);
    }

    private SortedKey key(Name entry) {
        return section.key().text(entry.instrument().toString()).text(entry.text());
    }
}
