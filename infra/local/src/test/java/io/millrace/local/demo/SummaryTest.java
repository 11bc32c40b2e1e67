package io.millrace.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private final Replay replay = Replay.whole();

    @Test
    void tellsEveryValueOfTheContract() {
        var json = summary(Map.of("moneyConserved", Optional.empty())).json();

        assertThat(json.toString())
                .contains("\"startSeconds\":12.35,\"replaySeconds\":2.00,\"tradesIn\":3,\"tradesPublished\":3")
                .contains("\"bars\":2,\"indicatorValues\":0,\"features\":0,\"intents\":2")
                .contains("\"decisions\":{\"approved\":1,\"rejected\":{\"PRICE_STALE\":1}}")
                .contains("\"ordersRouted\":1,\"fills\":1")
                .contains("\"quantity\":\"0.5\",\"averagePrice\":\"100\"")
                .contains("\"cash\":\"949.9\",\"realisedProfit\":\"0\",\"unrealisedProfit\":\"0\",\"fees\":\"0.1\"")
                .contains("\"latencyMillis\":{\"p50\":20,\"p99\":20}")
                .contains("\"residentMiB\":3,")
                .contains("\"checks\":{\"moneyConserved\":true},\"ok\":true");
    }

    @Test
    void isNotOkWhenOneCheckDoesNotHold() {
        var summary = summary(Map.of("moneyConserved", Optional.of("a cent is missing")));

        assertThat(summary.ok()).isFalse();
        assertThat(SummaryText.of(summary)).contains("BROKEN  moneyConserved: a cent is missing");
    }

    @Test
    void measuresLatencyFromTheTradeThatReachedTheIntentsTime() {
        var arrivals = new Arrivals();
        arrivals.add(5, 100);
        arrivals.add(3, 110);
        arrivals.add(9, 120);

        assertThat(arrivals.firstAt(5)).hasValue(100);
        assertThat(arrivals.firstAt(6)).hasValue(120);
        assertThat(arrivals.firstAt(10)).isEmpty();
    }

    @Test
    void takesPercentilesByNearestRank() {
        assertThat(Latencies.percentile(new long[] {1, 2, 3, 4}, 50)).isEqualTo(2);
        assertThat(Latencies.percentile(new long[] {1, 2, 3, 4}, 99)).isEqualTo(4);
        assertThat(Latencies.percentile(new long[] {}, 99)).isZero();
    }

    @Test
    void hashesEachKeyInItsOrderWhateverComesBetween() {
        var one = new Digest();
        one.add("trading.decisions.v1", "one", "a");
        one.add("trading.decisions.v1", "two", "b");
        one.add("trading.decisions.v1", "one", "c");
        var other = new Digest();
        other.add("trading.decisions.v1", "two", "b");
        other.add("trading.decisions.v1", "one", "a");
        other.add("trading.decisions.v1", "one", "c");
        var swapped = new Digest();
        swapped.add("trading.decisions.v1", "two", "b");
        swapped.add("trading.decisions.v1", "one", "c");
        swapped.add("trading.decisions.v1", "one", "a");

        assertThat(one.hex()).isEqualTo(other.hex()).isNotEqualTo(swapped.hex());
    }

    private Summary summary(Map<String, Optional<String>> checks) {
        var resident = new TreeMap<>(Map.of("kafka", 2L << 20, "launcher", 1L << 20));
        return new Summary(replay.harvest(), replay.replayed(), checks, resident, 12.345, 2);
    }
}
