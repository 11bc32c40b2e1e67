package io.millrace.streams.state;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Things with a name, the latest state of each: in memory, and in a store.
 *
 * @param <V> the thing, immutable
 */
public final class EntityStore<V> implements StepState {
    private final StateSection section;
    private final StateFormat<V> format;
    private final Function<V, String> id;
    private final SortedMap<String, V> values = new TreeMap<>();
    private final TreeSet<String> changed = new TreeSet<>();

    public EntityStore(StateSection section, StateFormat<V> format, Function<V, String> id) {
        this.section = section;
        this.format = format;
        this.id = id;
        section.forEach(bytes -> {
            var value = format.decode(bytes);
            values.put(id.apply(value), value);
        });
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
            var value = values.get(name);
            section.put(section.key().text(name), () -> format.encode(value));
        }
        changed.clear();
    }
}
