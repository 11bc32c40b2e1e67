package io.millrace.core.indicator;

import java.util.List;
import java.util.function.ObjDoubleConsumer;

/** Something that has a number, or a few, once it has seen enough. */
public interface Measure extends Stateful {
    /** The names of its values: its own name, or {@code name.value} where it has several. */
    List<String> valueNames();

    /** Number of bars it must have seen before it has values; more where it waits for a session's end or a turn. */
    int warmUp();

    /** Whether it has values now; before it has, it emits nothing. */
    boolean isReady();

    /** A value by its place in {@link #valueNames()}; it means something only if {@link #isReady()}. */
    double value(int index);

    /** Hands over its values by name if it {@link #isReady()}, else nothing. */
    default void values(ObjDoubleConsumer<String> out) {
        if (isReady()) {
            var names = valueNames();
            for (int i = 0; i < names.size(); i++) {
                out.accept(names.get(i), value(i));
            }
        }
    }
}
