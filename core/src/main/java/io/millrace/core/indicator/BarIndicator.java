package io.millrace.core.indicator;

import java.util.List;
import java.util.function.ObjDoubleConsumer;

/** An indicator of a {@link IndicatorKind}: what is left to it is its arithmetic and its memory. */
public abstract class BarIndicator extends Remembering implements Indicator {
    private final String name;
    private final List<String> valueNames;

    /**
     * @param parameters as its name carries them
     * @throws IllegalArgumentException if the kind does not take them
     */
    protected BarIndicator(IndicatorKind kind, Object... parameters) {
        name = kind.nameOf(parameters);
        valueNames = kind.valueNames(name);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<String> valueNames() {
        return valueNames;
    }

    @Override
    public final void values(ObjDoubleConsumer<String> out) {
        if (isReady()) {
            for (int i = 0; i < valueNames.size(); i++) {
                out.accept(valueNames.get(i), value(i));
            }
        }
    }
}
