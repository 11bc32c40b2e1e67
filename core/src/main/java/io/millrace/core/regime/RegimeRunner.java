package io.millrace.core.regime;

import io.millrace.core.market.Bar;
import io.millrace.core.regime.RegimeState.ModelMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows bars to the models of an instrument: a step function from (state, bar) to (state, snapshots).
 *
 * <p>Every bar is seen by the baseline and by the version of each model that is in force at its open time. A version
 * begins to warm up with its first bar, and forgets all if it was out of force in between.
 *
 * <p>It sees bars as they were stated first: whoever gives them leaves restatements out, so that a regime does not depend
 * on when a correction was learned.
 */
public final class RegimeRunner {
    private final RegimeBook book;
    /** By model id. One serves all instruments: what it remembers of each is in the state. */
    private final Map<String, Running> running = new HashMap<>();

    /** A version of a model that can be set to any memory. */
    private static final class Running {
        private final RegimeModel model;
        private final RegimeDetector detector;
        private final double[] nothing;

        Running(RegimeModel model) {
            this.model = model;
            detector = RegimeDetector.of(model);
            nothing = detector.snapshot();
        }

        boolean isOf(RegimeModel other) {
            return model.version() == other.version()
                    && model.kind().equals(other.kind())
                    && model.parameters().equals(other.parameters());
        }

        RegimeDetector remembering(double[] memory) {
            detector.restore(memory == null ? nothing : memory);
            return detector;
        }
    }

    public RegimeRunner(RegimeBook book) {
        this.book = book;
    }

    /**
     * The regimes after a bar, by model id. Bars of one type and interval come in order of their open time.
     *
     * @param eventTimeNanos when the bar was known
     */
    public List<RegimeSnapshot> onBar(RegimeState state, Bar bar, long eventTimeNanos) {
        var snapshots = new ArrayList<RegimeSnapshot>();
        var series = "/" + bar.type() + "/" + bar.intervalNanos();
        var models = book.effective(bar);
        state.models
                .keySet()
                .removeIf(key -> key.endsWith(series)
                        && models.stream().noneMatch(model -> key.equals(model.modelId() + series)));
        for (var model : models) {
            var memory = state.models.computeIfAbsent(model.modelId() + series, key -> new ModelMemory());
            step(memory, model, bar, eventTimeNanos).ifPresent(snapshots::add);
        }
        return snapshots;
    }

    private Optional<RegimeSnapshot> step(ModelMemory memory, RegimeModel model, Bar bar, long eventTimeNanos) {
        boolean begins = memory.numbers == null || memory.version != model.version();
        var detector = detector(model).remembering(begins ? null : memory.numbers);
        var snapshot = detector.update(bar, eventTimeNanos);
        memory.version = model.version();
        memory.numbers = detector.snapshot();
        return snapshot;
    }

    private Running detector(RegimeModel model) {
        var known = running.get(model.modelId());
        if (known == null || !known.isOf(model)) {
            known = new Running(model);
            running.put(model.modelId(), known);
        }
        return known;
    }
}
