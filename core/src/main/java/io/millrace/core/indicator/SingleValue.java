package io.millrace.core.indicator;

import java.util.List;
import java.util.function.ObjDoubleConsumer;

/** An indicator with one value, named as the indicator itself. */
public interface SingleValue extends Indicator {
    /** The value; it means something only if {@link #isReady()}. */
    double value();

    @Override
    default List<String> valueNames() {
        return List.of(name());
    }

    @Override
    default void values(ObjDoubleConsumer<String> out) {
        if (isReady()) {
            out.accept(name(), value());
        }
    }
}
