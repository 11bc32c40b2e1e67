package io.millrace.core.regime;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;
import io.millrace.core.market.Bar;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A model's classifier, with the model's name on what it tells. */
final class ModelDetector extends Remembering implements RegimeDetector {
    private final RegimeModel model;
    private final Classifier classifier;

    ModelDetector(RegimeModel model) {
        this.model = model;
        classifier = RegimeKind.named(model.kind())
                .orElseThrow(() -> new IllegalArgumentException(
                        "kind must be one of " + RegimeKind.words() + ", was '" + model.kind() + "'"))
                .classifier(model.parameters());
    }

    @Override
    public Optional<RegimeSnapshot> update(Bar bar, long eventTimeNanos) {
        return classifier
                .classify(BarValues.of(bar))
                .map(probabilities -> snapshot(bar, eventTimeNanos, probabilities));
    }

    private RegimeSnapshot snapshot(Bar bar, long eventTimeNanos, double[] probabilities) {
        var byName = new TreeMap<String, Double>();
        int mostLikely = 0;
        for (int i = 0; i < probabilities.length; i++) {
            byName.put(regimes().get(i), probabilities[i]);
            mostLikely = probabilities[i] > probabilities[mostLikely] ? i : mostLikely;
        }
        return new RegimeSnapshot(
                bar.instrument(),
                model.modelId(),
                model.version(),
                bar.intervalNanos(),
                bar.openTimeNanos(),
                eventTimeNanos,
                bar.type(),
                bar.ordinal(),
                bar.revision(),
                bar.quality(),
                regimes().get(mostLikely),
                byName);
    }

    @Override
    public List<String> regimes() {
        return classifier.regimes();
    }

    @Override
    public int warmUp() {
        return classifier.warmUp();
    }

    @Override
    public String name() {
        return model.modelId() + "@" + model.version();
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(classifier);
    }
}
