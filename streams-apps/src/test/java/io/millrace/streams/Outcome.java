package io.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came out, in order: per account, and reports, which venues send in the order of each instrument, per both. */
record Outcome(
        Map<String, List<RiskDecision>> decisions,
        Map<String, List<ExecutionReport>> reports,
        Map<String, List<EquityPoint>> equity) {
    /** The values of a topic. */
    interface Source {
        <V> List<V> values(Topic<V> topic);
    }

    static Outcome of(Source source) {
        return new Outcome(
                by(Topics.DECISIONS.key(), source.values(Topics.DECISIONS)),
                by(report -> report.accountId() + " " + report.instrument(), source.values(Topics.EXECUTION_REPORTS)),
                by(Topics.EQUITY.key(), source.values(Topics.EQUITY)));
    }

    void assertSameAs(Outcome expected) {
        expected.decisions().forEach((account, values) -> assertThat(decisions().get(account))
                .as("decisions of %s", account)
                .containsExactlyElementsOf(values));
        expected.reports().forEach((account, values) -> assertThat(reports().get(account))
                .as("reports of %s", account)
                .containsExactlyElementsOf(values));
        expected.equity().forEach((account, values) -> assertThat(equity().get(account))
                .as("equity of %s", account)
                .containsExactlyElementsOf(values));
        assertThat(this).isEqualTo(expected);
    }

    private static <V> Map<String, List<V>> by(Function<V, String> group, List<V> values) {
        return values.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
    }
}
