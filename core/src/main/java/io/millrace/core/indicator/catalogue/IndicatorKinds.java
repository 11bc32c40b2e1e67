package io.millrace.core.indicator.catalogue;

import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.average.Averages;
import io.millrace.core.indicator.level.Levels;
import io.millrace.core.indicator.momentum.Oscillators;
import io.millrace.core.indicator.pattern.Patterns;
import io.millrace.core.indicator.statistic.Statistics;
import io.millrace.core.indicator.trend.Trends;
import io.millrace.core.indicator.volatility.Volatilities;
import io.millrace.core.indicator.volume.Volumes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All indicators there are, by family. */
public final class IndicatorKinds {
    /**
     * Kinds that belong together.
     *
     * @param title as the catalogue calls it
     */
    public record Family(String title, List<IndicatorKind> kinds) {}

    /** Of one instrument. */
    public static final List<Family> FAMILIES = List.of(
            new Family("Moving averages", Averages.KINDS),
            new Family("Momentum", Oscillators.KINDS),
            new Family("Trend", Trends.KINDS),
            new Family("Volatility, bands and channels", Volatilities.KINDS),
            new Family("Volume", Volumes.KINDS),
            new Family("Price levels", Levels.KINDS),
            new Family("Candles", Patterns.KINDS),
            new Family("Statistics", Statistics.KINDS));

    /** Of two instruments. */
    public static final Family PAIRS = new Family("Two instruments", Statistics.PAIR_KINDS);

    private static final List<IndicatorKind> ALL =
            FAMILIES.stream().flatMap(family -> family.kinds().stream()).toList();
    private static final Map<String, IndicatorKind> BY_WORD = byWord(ALL);
    private static final Map<String, IndicatorKind> PAIRS_BY_WORD = byWord(PAIRS.kinds());

    private IndicatorKinds() {}

    /** Those of one instrument. */
    public static List<IndicatorKind> all() {
        return ALL;
    }

    /** The kind of that word, of one instrument. */
    public static Optional<IndicatorKind> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** The kind of that word, of two instruments. */
    public static Optional<IndicatorKind> pairNamed(String word) {
        return Optional.ofNullable(PAIRS_BY_WORD.get(word));
    }

    private static Map<String, IndicatorKind> byWord(List<IndicatorKind> kinds) {
        var byWord = new LinkedHashMap<String, IndicatorKind>();
        for (IndicatorKind kind : kinds) {
            if (byWord.put(kind.word(), kind) != null) {
                throw new IllegalStateException("two kinds of indicator are called " + kind.word());
            }
        }
        return byWord;
    }
}
