package io.millrace.flink.features;

import io.millrace.core.feature.FeatureEngine;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;

/** The memories of the instrument at hand, by set, version and series of bars, in Flink's state. */
final class FeatureMemory implements FeatureEngine.Store {
    private final MapState<String, double[]> memory;

    FeatureMemory(RuntimeContext context) {
        memory = context.getMapState(new MapStateDescriptor<>(
                "features", Types.STRING, PrimitiveArrayTypeInfo.DOUBLE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public double[] get(String key) {
        try {
            return memory.get(key);
        } catch (Exception e) {
            throw new FlinkRuntimeException("the memory of " + key + " cannot be read", e);
        }
    }

    @Override
    public void put(String key, double[] numbers) {
        try {
            memory.put(key, numbers);
        } catch (Exception e) {
            throw new FlinkRuntimeException("the memory of " + key + " cannot be written", e);
        }
    }
}
