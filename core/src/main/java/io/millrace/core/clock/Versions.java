package io.millrace.core.clock;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All versions of things that people change, found by event time: the highest version that is in force at a time.
 *
 * @param <K> identity
 * @param <V> a version
 */
public final class Versions<K extends Comparable<K>, V> {
    private record Version<V>(long effectiveFromNanos, V value) {}

    private final SortedMap<K, TreeMap<Long, Version<V>>> versions = new TreeMap<>();

    /** Adds a version; the same version again replaces it. */
    public void put(K id, long version, long effectiveFromNanos, V value) {
        versions.computeIfAbsent(id, key -> new TreeMap<>()).put(version, new Version<>(effectiveFromNanos, value));
    }

    /** The version in force at a time, null if there is none. */
    public V at(K id, long nanos) {
        var known = versions.get(id);
        if (known == null) {
            return null;
        }
        var latest = known.lastEntry();
        while (latest != null && latest.getValue().effectiveFromNanos > nanos) {
            latest = known.lowerEntry(latest.getKey());
        }
        return latest == null ? null : latest.getValue().value;
    }

    public Collection<K> ids() {
        return versions.keySet();
    }

    /** All versions of one thing, ascending. */
    public Collection<V> of(K id) {
        return versions.getOrDefault(id, new TreeMap<>()).values().stream()
                .map(Version::value)
                .toList();
    }
}
