package io.millrace.core.strategy;

import io.millrace.core.market.InstrumentId;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All versions of all strategies. */
public final class StrategyBook {
    private final TreeMap<String, NavigableMap<Long, StrategySpec>> versions = new TreeMap<>();

    /**
     * Adds a version, or puts it in the place of the one with the same number.
     *
     * @throws IllegalArgumentException if it cannot be run; the message names every error, and nothing has changed
     */
    public void put(StrategySpec spec) {
        Strategy.of(spec);
        versions.computeIfAbsent(spec.strategyId(), id -> new TreeMap<>()).put(spec.version(), spec);
    }

    /** The ids of the strategies, in their order. */
    public SortedSet<String> strategyIds() {
        return new TreeSet<>(versions.keySet());
    }

    /** The highest version that has come into effect by then. */
    public Optional<StrategySpec> effective(String strategyId, long openTimeNanos) {
        return versionsOf(strategyId).descendingMap().values().stream()
                .filter(spec -> spec.effectiveFromNanos() <= openTimeNanos)
                .findFirst();
    }

    Optional<StrategySpec> version(String strategyId, long version) {
        return Optional.ofNullable(versionsOf(strategyId).get(version));
    }

    /** The intervals of bars that any version of any strategy on this instrument sees. */
    public SortedSet<Long> intervalsOf(InstrumentId instrument) {
        var intervals = new TreeSet<Long>();
        versions.values().stream()
                .map(NavigableMap::values)
                .flatMap(Collection::stream)
                .filter(spec -> spec.instrument().equals(instrument))
                .forEach(spec -> intervals.add(spec.intervalNanos()));
        return intervals;
    }

    private NavigableMap<Long, StrategySpec> versionsOf(String strategyId) {
        return versions.getOrDefault(strategyId, new TreeMap<>());
    }
}
