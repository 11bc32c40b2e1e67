package io.millrace.core.proof;

import io.millrace.core.feature.FeatureSet;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Indicator;
import io.millrace.core.market.Bar;
import io.millrace.core.strategy.Signal;
import io.millrace.core.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that answers every event of a stream: a step function, or a computation over a whole series at once.
 *
 * <p>Answers are compared by {@code equals} (arrays element by element): numbers, records and lists of them to the last
 * bit. They are looked at when the stream has ended, so one that is changed after it was given is found out; for the
 * same reason a step must not hand out the same buffer twice.
 */
@FunctionalInterface
public interface Subject<E> {
    /** The answers to a stream, one per event, of one that has seen nothing before. */
    List<?> answers(List<E> stream);

    /** A step function from an event to an answer; each run takes a fresh one. */
    static <E> Subject<E> steps(Supplier<? extends Function<? super E, ?>> fresh) {
        return stream -> {
            var step = fresh.get();
            var answers = new ArrayList<Object>(stream.size());
            stream.forEach(event -> answers.add(step.apply(event)));
            return answers;
        };
    }

    /** The values of an indicator by name, none while it warms up. */
    static Subject<BarValues> indicator(Supplier<? extends Indicator> fresh) {
        return steps(() -> {
            var indicator = fresh.get();
            return bar -> {
                var values = new TreeMap<String, Double>();
                indicator.update(bar);
                indicator.values(values::put);
                return values;
            };
        });
    }

    /** The feature vectors of a set, each bar known when it ends. */
    static Subject<Bar> features(Supplier<? extends FeatureSet> fresh) {
        return steps(() -> {
            var features = fresh.get();
            return bar -> features.update(bar, bar.endTimeNanos());
        });
    }

    /** What a strategy wants after each bar. */
    static Subject<Bar> strategy(Supplier<? extends Strategy> fresh) {
        return steps(() -> {
            var strategy = fresh.get();
            return bar -> {
                var signals = new ArrayList<Signal>();
                strategy.onBar(bar, signals::add);
                return signals;
            };
        });
    }
}
