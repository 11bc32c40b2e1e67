package io.millrace.core.proof;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Measure;
import io.millrace.core.indicator.catalogue.IndicatorKinds;
import io.millrace.core.indicator.catalogue.Indicators;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes docs/indicators.md from what the kinds say of themselves and from what is measured of them. */
final class IndicatorCataloguePage {
    /** A warm-up is measured over so many bars. */
    static final int MEASURED_BARS = 3_000;

    private final List<BarValues> bars;
    private final StringBuilder page = new StringBuilder();

    IndicatorCataloguePage(List<BarValues> bars) {
        this.bars = bars;
    }

    String write(String command) {
        page.append(
                """
                # Indicators

                Written from the indicators themselves (`IndicatorKind`); a test fails while this page says something else. To
                write it anew:

                    %s

                - **Name**: what the bars job (`--indicators "ema(12),bollinger(20,2)"`) and the values on
                  `analytics.indicators` call it by; without parentheses it takes the defaults. Strategies have fixed indicators of
                  their own, with their parameters. An indicator with several values names each `name.value`, so
                  `bollinger(20,2).upper`.
                - **Conventions** are TA-Lib's (seeding, warm-up, population deviation), and the values equal TA-Lib's to 1e-9
                  relative wherever TA-Lib has them; where another definition is meant, it says so. Where TA-Lib's own arithmetic
                  is at fault (a variance or a range below 1e-8 taken for 0, digits lost in sums that are carried along) the true
                  value counts.
                - **Warm-up** is the number of bars before there are values; nothing is emitted before. **Forgets after** is how
                  many bars it takes, with the default parameters, until a value no longer depends on the bar its history began
                  with, to 1e-9: measured on a random walk of %s bars (`core.proof`).
                - **Cost**: each bar is seen once, in constant time (`cci` in the logarithm of its period) and constant memory,
                  without allocation (a calendar is asked once per session); what is remembered is a fixed number of doubles, to the last bit.
                - Bars are those that exist: an interval without a trade has no bar and is not counted.

                """
                        .formatted(command, MEASURED_BARS));
        contents();
        IndicatorKinds.FAMILIES.forEach(this::family);
        pairs();
        return page.toString().stripTrailing() + "\n";
    }

    private void contents() {
        page.append("| family | indicators |\n|---|---|\n");
        for (var family : IndicatorKinds.FAMILIES) {
            contents(family);
        }
        contents(IndicatorKinds.PAIRS);
        page.append('\n');
    }

    private void contents(IndicatorKinds.Family family) {
        page.append("| ")
                .append(family.title())
                .append(" | ")
                .append(family.kinds().stream()
                        .map(kind -> "`" + kind.defaultName() + "`")
                        .collect(Collectors.joining(" ")))
                .append(" |\n");
    }

    private void family(IndicatorKinds.Family family) {
        page.append("## ").append(family.title()).append("\n\n");
        for (var kind : family.kinds()) {
            describe(kind, Indicators.parse(kind.defaultName()));
            line("Forgets after", forgetting(kind));
            page.append('\n');
        }
    }

    private void pairs() {
        page.append("## ").append(IndicatorKinds.PAIRS.title()).append("\n\n");
        page.append("Of an instrument and what it is compared with; both are handed over together, bar by bar.\n\n");
        for (var kind : IndicatorKinds.PAIRS.kinds()) {
            describe(kind, Indicators.parsePair(kind.defaultName()));
            page.append('\n');
        }
    }

    private void describe(IndicatorKind kind, Measure measure) {
        page.append("### `")
                .append(kind.defaultName())
                .append("` ")
                .append(kind.title())
                .append("\n\n");
        if (!kind.parameters().isEmpty()) {
            line(
                    "Parameters",
                    kind.parameters().stream()
                            .map(parameter -> "`" + parameter.name() + "` " + parameter.range())
                            .collect(Collectors.joining(", ")));
        }
        line(
                "Values",
                kind.values().stream()
                        .map(value -> (value.name().isEmpty() ? "" : "`" + value.name() + "` ") + "in " + value.unit())
                        .collect(Collectors.joining(", ")));
        line("Formula", kind.formula());
        line("Seeding", kind.seeding());
        line("Source", kind.source());
        line("Warm-up", bars(measure.warmUp()));
    }

    /** One number if all values agree, else one for each. */
    private String forgetting(IndicatorKind kind) {
        var byValue = new TreeMap<String, String>();
        for (var value : WarmUp.ofIndicator(() -> Indicators.parse(kind.defaultName()), bars)) {
            byValue.put(
                    value.value(),
                    value.samples().isPresent() ? bars(value.samples().getAsInt()) : "never: " + value.reason());
        }
        if (byValue.isEmpty()) {
            return "not seen on this walk";
        }
        if (byValue.values().stream().distinct().count() == 1) {
            return byValue.firstEntry().getValue();
        }
        return byValue.entrySet().stream()
                .map(entry -> "`" + entry.getKey() + "` " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String bars(int count) {
        return count + (count == 1 ? " bar" : " bars");
    }

    private void line(String what, String text) {
        if (!text.isEmpty()) {
            page.append("- ").append(what).append(": ").append(text).append('\n');
        }
    }
}
