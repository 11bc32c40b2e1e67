package io.millrace.core.regime;

import java.util.HashMap;
import java.util.Map;

/**
 * What {@link RegimeRunner} remembers of one instrument.
 *
 * <p>A plain mutable class with public fields, so that a stream engine stores it field by field.
 */
public final class RegimeState {
    /** By model id, type and interval of bar. */
    public Map<String, ModelMemory> models = new HashMap<>();

    public RegimeState() {}

    /** What a version of a model remembers. */
    public static final class ModelMemory {
        public long version;

        /** {@link RegimeDetector#snapshot()} after its latest bar. */
        public double[] numbers;

        public ModelMemory() {}
    }
}
