package io.millrace.core.feature;

import java.util.List;
import java.util.Locale;

/** The sets as a page for people. */
final class FeatureCatalogue {
    private static final String HEAD =
            """
            # Features

            The sets of features that `analytics.features` carries. Written from the sets (`FeatureSets`) and what their families
            declare beside the computation; a test fails while this page says something else. To write it anew:

                %s

            - **A vector** is of one bar of one instrument: set, version, interval or type of the bar, the bar's open, when it was
              known, and the values by name. A feature that still warms up, whose input was not seen, or that does not exist (a
              ratio without volume), is absent; a value is always a finite number.
            - **Version**: grows by one whenever a feature is added, removed or computed differently, so model and features cannot
              drift apart. A new version warms up anew and is stored beside the old one.
            - **Bars that exist**: an interval without a trade has no bar and is not counted; "bars before" are bars of the same
              interval. Warm-up is the least number of bars.
            - **From**: *bars* alone, so a replay of `market.bars` gives the same; the single *trades* of the bar; *quotes* (`--quotes
              true`); the bars of a *benchmark* instrument (`--benchmark INSTRUMENT`).
            - **Side** of a trade: as reported, else by the tick rule (Lee, Ready 1991); features from quotes test against the
              prevailing mid first. The prevailing quote is the last before the trade's time.
            - **Logarithms** are natural. Volatilities are not annualised. ln, sin, cos and exp are `StrictMath`'s: the same bits on
              every machine, live, in a backtest and in training.
            - **Choose** with the features job's `--sets` (default `market`); `benchmark` comes with `--benchmark`.
            - **Who waits for whom**: with `--quotes true` the trades, bars and clocks of an instrument wait for its quotes, so that
              the result does not depend on which topic is read faster; bars wait for the benchmark likewise, for the set
              `benchmark` alone. Where the other side stays away, an instrument goes on without it once its own clock is further
              ahead than `--patience` (default `1d`) and nothing was heard of the other side for a minute. Vectors of the set
              `quotes` that may lack quotes for this reason are flagged `STALE` (metric `steps_without_quotes`; quotes that come
              after all go to the dead letters, `QUOTE_TOO_LATE`); in the set `benchmark` there is no vector (metric
              `bars_without_benchmark`). What was flagged or left out can differ in a replay. A longer patience takes more memory.
            - **An instrument that lags** more than 20,000 bars behind the benchmark may not find its bar any more: no vector
              (metric `bars_behind_benchmark`).

            """;

    private FeatureCatalogue() {}

    static String page(List<FeatureSet> sets, String command) {
        var page = new StringBuilder(HEAD.formatted(command));
        page.append("| set | version | features | numbers of memory for each series of bars |\n|---|---|---|---|\n");
        for (var set : sets) {
            page.append("| [%s](#%s) | %d | %d | %,d |\n"
                    .formatted(
                            set.name(),
                            set.name(),
                            set.version(),
                            set.features().size(),
                            set.stateSize()));
        }
        for (var set : sets) {
            page.append("\n## %s\n\nVersion %d.\n\n".formatted(set.name(), set.version()));
            page.append("| name | unit | warm-up | from | meaning | source |\n|---|---|---|---|---|---|\n");
            for (var feature : set.features()) {
                page.append("| `%s` | %s | %d | %s | %s | %s |\n"
                        .formatted(
                                feature.name(),
                                feature.unit(),
                                feature.warmUp(),
                                feature.input().name().toLowerCase(Locale.ROOT),
                                feature.meaning().replace("|", "\\|"),
                                feature.source()));
            }
        }
        return page.toString();
    }
}
