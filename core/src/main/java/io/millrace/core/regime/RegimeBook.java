package io.millrace.core.regime;

import io.millrace.core.clock.Versions;
import io.millrace.core.market.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All versions of all models. */
public final class RegimeBook {
    private final Versions<String, RegimeModel> versions = new Versions<>();

    /**
     * Adds a version, or puts it in the place of the one with the same number.
     *
     * @throws IllegalArgumentException if it cannot be run; the message names every error, and nothing has changed
     */
    public void put(RegimeModel model) {
        var errors = RegimeKind.errors(model);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    "model " + model.modelId() + " version " + model.version() + ": " + String.join("; ", errors));
        }
        versions.put(model.modelId(), model.version(), model.effectiveFromNanos(), model);
    }

    /** The models in force for a bar, the baseline among them, by their id. */
    List<RegimeModel> effective(Bar bar) {
        var models = new ArrayList<RegimeModel>();
        models.add(RegimeModel.baseline(bar.instrument(), bar.intervalNanos()));
        for (var id : versions.ids()) {
            var model = versions.at(id, bar.openTimeNanos());
            if (model != null
                    && model.enabled()
                    && model.instrument().equals(bar.instrument())
                    && model.intervalNanos() == bar.intervalNanos()) {
                models.add(model);
            }
        }
        models.sort(Comparator.comparing(RegimeModel::modelId));
        return models;
    }
}
