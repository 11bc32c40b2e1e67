package io.millrace.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.loop.Loop.Arrival;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.RiskCode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The promise: the same input gives the same decisions, fills and profit, whatever arrives first. */
class WholeLoopTest {
    @Property(tries = 150)
    void decidesAndFillsTheSameHoweverRecordsArrive(@ForAll long worldSeed, @ForAll long arrivalSeed) {
        var world = new LoopWorld(worldSeed);
        var expected = expected(world);
        for (var arrival : Arrival.values()) {
            var loop = new Loop(world, arrivalSeed, arrival, 0);
            assertThat(expected.difference(loop.run())).as("%s", arrival).isEmpty();
            assertThat(loop.stuck()).isEmpty();
        }
    }

    @Property(tries = 100)
    void decidesAndFillsTheSameAfterRestartsAndResends(@ForAll long worldSeed, @ForAll long arrivalSeed) {
        var world = new LoopWorld(worldSeed);
        var expected = expected(world);
        for (var arrival : Arrival.values()) {
            var loop = new Loop(world, arrivalSeed, arrival, 0.05);
            assertThat(expected.difference(loop.run())).as("%s", arrival).isEmpty();
            assertThat(loop.stuck()).isEmpty();
        }
    }

    @Property(tries = 100)
    void decidesEveryIntentOnceAndKeepsTheSameBooksInRiskAndPortfolio(@ForAll long worldSeed) {
        var world = new LoopWorld(worldSeed);
        var loop = new Loop(world, worldSeed, Arrival.ANY, 0.02);
        var result = loop.run();
        assertThat(intentIds(result)).doesNotHaveDuplicates().hasSize((int) world.countOfIntents());
        result.decisions().values().forEach(decisions -> assertThat(decisions)
                .isSortedAccordingTo((a, b) -> Long.compare(a.decidedAtNanos(), b.decidedAtNanos()))
                .noneMatch(decision -> decision.clockWaitExceeded()));
        assertThat(loop.riskBooks()).containsAllEntriesOf(loop.portfolioBooks());
    }

    @Property(tries = 100)
    void takesWhatPeopleWantAsItArrivesAndLosesNothingOfTheRest(@ForAll long worldSeed, @ForAll long arrivalSeed) {
        var world = new LoopWorld(worldSeed, false);
        var arrivals = world.arrivals(20);
        for (var arrival : Arrival.values()) {
            var loop = new Loop(world, arrivalSeed, arrival, 0.01);
            arrivals.forEach(loop::arrive);
            arrivals.forEach(loop::arrive);
            var result = loop.run();
            // What arrives after the end of a market stays on its way to the venue, or waits for that market.
            assertThat(loop.stuckUntil(world.endNanos())).allMatch(waiting -> waiting.startsWith("venue"));
            assertThat(intentIds(result))
                    .doesNotHaveDuplicates()
                    .hasSize((int) world.countOfIntents() + arrivals.size());
            loop.portfolioBooks()
                    .forEach((account, worth) -> assertThat(loop.riskBooks().get(account))
                            .usingRecursiveComparison()
                            .ignoringFields("unrealisedProfit", "equity", "peakEquity", "freeBalance", "balances")
                            .isEqualTo(worth));
            assertThat(filled(result)).allSatisfy((order, filled) -> assertThat(filled)
                    .isLessThanOrEqualTo(ordered(result).get(order)));
        }
    }

    @Property(tries = 100)
    void decidesWithoutAClockThatStaysAwayAndSaysSo(@ForAll long worldSeed, @ForAll long arrivalSeed) {
        var world = new LoopWorld(worldSeed);
        var silent = world.instruments.get(0);
        var loop = new Loop(world, arrivalSeed, Arrival.ANY, 0);
        loop.silence(silent);
        loop.run();
        while (loop.giveUp()) {
            loop.run();
        }
        var result = loop.run();
        assertThat(loop.stuck()).noneMatch(waiting -> waiting.contains("OrderIntent"));
        assertThat(intentIds(result))
                .doesNotHaveDuplicates()
                .hasSize((int) world.countOfIntents() - (int) world.countOfIntents(silent));
        result.decisions().forEach((account, decisions) -> decisions.stream()
                .filter(decision ->
                        world.control.traded(account, decision.decidedAtNanos()).containsKey(silent))
                .forEach(decision -> assertThat(decision.clockWaitExceeded()).isTrue()));
    }

    /** Worlds in which nothing happens would prove nothing. */
    @Test
    void drawsWorldsInWhichEverythingHappens() {
        SortedMap<RiskCode, Integer> objections = new TreeMap<>();
        SortedMap<ExecutionType, Integer> reports = new TreeMap<>();
        int approved = 0;
        int slices = 0;
        int uncovered = 0;
        for (long seed = 0; seed < 100; seed++) {
            var result = expected(new LoopWorld(seed));
            for (var decisions : result.decisions().values()) {
                for (var decision : decisions) {
                    approved += decision.approved() ? 1 : 0;
                    slices += decision.approved() && decision.intent().isSlice() ? 1 : 0;
                    uncovered += decision.intent().isOfRisk() ? 1 : 0;
                    decision.objections().stream()
                            .map(CheckResult::code)
                            .forEach(code -> objections.merge(code, 1, Integer::sum));
                }
            }
            result.reports().values().stream()
                    .flatMap(List::stream)
                    .map(ExecutionReport::type)
                    .forEach(type -> reports.merge(type, 1, Integer::sum));
        }
        assertThat(approved).isGreaterThan(100);
        assertThat(objections)
                .containsKeys(
                        RiskCode.UNKNOWN_ORDER,
                        RiskCode.REDUCE_ONLY_WOULD_INCREASE,
                        RiskCode.ORDER_NOTIONAL_TOO_LARGE,
                        RiskCode.POSITION_TOO_LARGE,
                        RiskCode.GROSS_EXPOSURE_TOO_LARGE,
                        RiskCode.DAILY_LOSS_REACHED,
                        RiskCode.DRAWDOWN_REACHED,
                        RiskCode.ORDER_RATE_TOO_HIGH,
                        RiskCode.PRICE_STALE);
        assertThat(reports)
                .containsKeys(
                        ExecutionType.ACCEPTED,
                        ExecutionType.FILLED,
                        ExecutionType.CANCELED,
                        ExecutionType.EXPIRED,
                        ExecutionType.CANCEL_REJECTED,
                        ExecutionType.TRIGGERED,
                        ExecutionType.REPLACED);
        assertThat(slices).isGreaterThan(50);
        assertThat(uncovered).isGreaterThan(20);
    }

    private static List<String> intentIds(Loop.Result result) {
        return result.decisions().values().stream()
                .flatMap(List::stream)
                .filter(decision ->
                        !decision.intent().isSlice() && !decision.intent().isOfRisk())
                .map(decision -> decision.intent().intentId())
                .toList();
    }

    private static Map<String, Quantity> filled(Loop.Result result) {
        return result.reports().values().stream()
                .flatMap(List::stream)
                .filter(report -> report.type().isFill())
                .collect(Collectors.toMap(ExecutionReport::orderId, ExecutionReport::lastQuantity, Quantity::plus));
    }

    private static Map<String, Quantity> ordered(Loop.Result result) {
        return result.decisions().values().stream()
                .flatMap(List::stream)
                .flatMap(decision -> decision.orders().stream())
                .filter(order -> order.terms() != null)
                .collect(Collectors.toMap(
                        ApprovedOrder::orderId,
                        order -> order.terms().quantity(),
                        (one, two) -> one.compareTo(two) > 0 ? one : two));
    }

    private static Loop.Result expected(LoopWorld world) {
        var loop = new Loop(world, 0, Arrival.LOOP_FIRST, 0);
        var result = loop.run();
        assertThat(loop.stuck()).isEmpty();
        return result;
    }
}
