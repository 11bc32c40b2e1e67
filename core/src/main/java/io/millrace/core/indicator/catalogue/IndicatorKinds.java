package io.millrace.core.indicator.catalogue;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.average.Averages;
import io.millrace.core.indicator.momentum.Oscillators;
import io.millrace.core.indicator.volatility.Volatilities;
import io.millrace.core.indicator.volume.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All indicators there are, by family. */
public final class IndicatorKinds {
    /**
     * Kinds that belong together.
     *
     * @param title as the catalogue calls it
     */
    public record Family(String title, List<IndicatorKind> kinds) {}

    public static final List<Family> FAMILIES = List.of(
            new Family("Moving averages", Averages.KINDS),
            new Family("Momentum", Oscillators.KINDS),
            new Family("Volatility, bands and channels", Volatilities.KINDS),
            new Family("Volume", Volumes.KINDS));

    private IndicatorKinds() {}

    public static List<IndicatorKind> all() {
        var all = new ArrayList<IndicatorKind>();
        FAMILIES.forEach(family -> all.addAll(family.kinds()));
        return all;
    }

    /** The kind of that word. */
    public static Optional<IndicatorKind> named(String word) {
        return all().stream().filter(kind -> kind.word().equals(word)).findFirst();
    }
}
