package io.millrace.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.money.Money;
import io.millrace.core.portfolio.EquityPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a replay came to.
 *
 * @param checks objections by check
 * @param residentBytes by part
 */
record Summary(
        Harvest harvest,
        Replayed replayed,
        Map<String, Optional<String>> checks,
        SortedMap<String, Long> residentBytes,
        double startSeconds,
        double replaySeconds) {

    boolean ok() {
        return checks.values().stream().allMatch(Optional::isEmpty);
    }

    /** One JSON object; money as decimal text. */
    ObjectNode json() {
        var market = harvest.market();
        var trading = harvest.trading();
        var json = new ObjectMapper().createObjectNode();
        json.put("startSeconds", rounded(startSeconds)).put("replaySeconds", rounded(replaySeconds));
        json.put("tradesIn", replayed.linesRead()).put("tradesPublished", market.trades());
        json.put("publishSeconds", rounded(replayed.seconds()));
        json.put("tradesPerSecond", Math.round(replayed.published() / replaySeconds));
        json.put("bars", market.bars())
                .put("indicatorValues", market.indicatorValues())
                .put("features", market.featureVectors())
                .put("intents", trading.intents().size());
        var decisions = json.putObject("decisions").put("approved", trading.approvals());
        var rejected = decisions.putObject("rejected");
        trading.rejections().forEach(rejected::put);
        json.put("ordersRouted", trading.commands().size())
                .put("fills", trading.fills().size());
        positions(json);
        json.put("cash", total(EquityPoint::cash))
                .put("realisedProfit", total(EquityPoint::realisedProfit))
                .put("unrealisedProfit", total(EquityPoint::unrealisedProfit))
                .put("fees", total(EquityPoint::fees));
        var latencies = Latencies.of(harvest);
        json.putObject("latencyMillis").put("p50", latencies.p50()).put("p99", latencies.p99());
        json.put(
                "residentMiB",
                mebibytes(residentBytes.values().stream()
                        .mapToLong(Long::longValue)
                        .sum()));
        var parts = json.putObject("residentMiBByPart");
        residentBytes.forEach((part, bytes) -> parts.put(part, mebibytes(bytes)));
        json.put("digest", harvest.digest());
        var holds = json.putObject("checks");
        checks.forEach((name, objection) -> holds.put(name, objection.isEmpty()));
        return json.put("ok", ok());
    }

    private void positions(ObjectNode json) {
        var list = json.putArray("positions");
        for (var changed : harvest.trading().positions().values()) {
            var position = changed.position();
            list.addObject()
                    .put("account", changed.accountId())
                    .put("instrument", position.instrument().toString())
                    .put("quantity", position.quantity().toString())
                    .put(
                            "averagePrice",
                            position.quantity().isZero()
                                    ? "0"
                                    : position.cost().per(position.quantity()).toString());
        }
    }

    /** Sum over the accounts, each at its latest equity. */
    private String total(Function<EquityPoint, Money> of) {
        var latest = new TreeMap<String, EquityPoint>();
        harvest.trading().equity().forEach(point -> latest.put(point.accountId(), point));
        return latest.values().stream().map(of).reduce(Money.ZERO, Money::plus).toString();
    }

    private static BigDecimal rounded(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(2, RoundingMode.HALF_UP);
    }

    private static long mebibytes(long bytes) {
        return Math.round(bytes / (double) (1 << 20));
    }
}
