package io.millrace.verification.history;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Indicators, features and regimes: one of each kind per bar and revision, none of a bar that was never said. */
final class AnalyticsFollowBars implements Checker {
    private record BarSaid(
            InstrumentId instrument, String type, long intervalNanos, long openNanos, long ordinal, int revision) {
        static BarSaid of(Bar bar) {
            return new BarSaid(
                    bar.instrument(),
                    bar.type(),
                    bar.intervalNanos(),
                    bar.openTimeNanos(),
                    bar.ordinal(),
                    bar.revision());
        }
    }

    /**
     * What identifies a value.
     *
     * @param of the model or the set of features that it is of, empty for indicators
     */
    private record ValueSaid(String of, BarSaid bar) {}

    @Override
    public String promise() {
        return "indicators, features and regimes are said once per bar and revision, and of bars that were said";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var bars = history.of(Topics.BARS).stream()
                .map(logged -> BarSaid.of(logged.value()))
                .collect(Collectors.toSet());
        once(
                history,
                Topics.INDICATORS,
                bars,
                violations,
                said -> new ValueSaid(
                        "",
                        new BarSaid(
                                said.instrument(),
                                said.barType(),
                                said.intervalNanos(),
                                said.barOpenNanos(),
                                said.barOrdinal(),
                                said.revision())));
        once(
                history,
                Topics.FEATURES,
                bars,
                violations,
                said -> new ValueSaid(
                        said.featureSet() + "@" + said.featureSetVersion(),
                        new BarSaid(
                                said.instrument(),
                                said.barType(),
                                said.intervalNanos(),
                                said.barOpenNanos(),
                                said.barOrdinal(),
                                said.revision())));
        once(
                history,
                Topics.REGIMES,
                bars,
                violations,
                said -> new ValueSaid(
                        said.modelId() + "@" + said.modelVersion(),
                        new BarSaid(
                                said.instrument(),
                                said.barType(),
                                said.intervalNanos(),
                                said.barOpenNanos(),
                                said.barOrdinal(),
                                said.revision())));
        return violations.list();
    }

    private static <V> void once(
            History history,
            Topic<V> topic,
            Set<BarSaid> bars,
            Violations violations,
            Function<V, ValueSaid> identity) {
        var known = new HashMap<ValueSaid, Logged<V>>();
        for (var logged : history.of(topic)) {
            var said = identity.apply(logged.value());
            var before = known.put(said, logged);
            violations.unless(before == null, "said twice of one bar", before, logged);
            violations.unless(bars.contains(said.bar()), "said of a bar that is not in market.bars", logged);
        }
    }
}
