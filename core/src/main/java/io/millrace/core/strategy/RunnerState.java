package io.millrace.core.strategy;

import java.util.HashMap;
import java.util.Map;

/**
 * What {@link StrategyRunner} remembers of one instrument.
 *
 * <p>A plain mutable class with public fields, so that a stream engine stores it field by field.
 */
public final class RunnerState {
    /** By strategy id. */
    public Map<String, StrategyMemory> strategies = new HashMap<>();

    public RunnerState() {}

    /** What a strategy remembers of the instrument. */
    public static final class StrategyMemory {
        /** Ordinal of its last intent, {@link Long#MIN_VALUE} before the first. */
        public long lastOrdinal = Long.MIN_VALUE;

        /** Its wish: whether it wanted in and not out since. It outlives a version. */
        public boolean entered;

        /** {@link Strategy#snapshot()} by version. */
        public Map<Long, double[]> versions = new HashMap<>();

        /** Snapshots of what is measured for the sizing, by version; without those that measure nothing. */
        public Map<Long, double[]> sizings = new HashMap<>();

        public StrategyMemory() {}
    }
}
