package io.millrace.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What holds of every kind of sizing, whatever the account, the market and the parameters. */
class SizingPropertiesTest {
    private static final BigDecimal RATIO_STEP = new BigDecimal("0.00000001");

    @Property
    void isWholeLotsWithinTheBound(@ForAll("sizings") Sizing sizing, @ForAll("stakes") Stakes stakes) {
        var quantity = sizing.quantity(stakes);
        assertThat(quantity).isBetween(Quantity.ZERO, stakes.most());
        assertThat(quantity.isMultipleOf(stakes.lot())).isTrue();
    }

    @Property
    void isTheSameEveryTime(@ForAll("sizings") Sizing sizing, @ForAll("stakes") Stakes stakes) {
        var again = new Sizing(sizing.kind(), new TreeMap<>(sizing.parameters()), new TreeMap<>(sizing.inputs()));
        assertThat(again.quantity(stakes)).isEqualTo(sizing.quantity(stakes));
    }

    @Property
    void growsWithTheEquity(
            @ForAll("sizings") Sizing sizing, @ForAll("stakes") Stakes stakes, @ForAll("equities") Money other) {
        var lower = other.compareTo(stakes.equity()) < 0 ? other : stakes.equity();
        assertThat(sizing.quantity(with(lower, stakes.mark(), stakes)))
                .isLessThanOrEqualTo(sizing.quantity(with(stakes.equity().max(other), stakes.mark(), stakes)));
    }

    @Property
    void neverGrowsWithThePrice(
            @ForAll("sizings") Sizing sizing, @ForAll("stakes") Stakes stakes, @ForAll("prices") Price other) {
        var ascending = other.compareTo(stakes.mark()) < 0
                ? new Price[] {other, stakes.mark()}
                : new Price[] {stakes.mark(), other};
        assertThat(sizing.quantity(with(stakes.equity(), ascending[1], stakes)))
                .isLessThanOrEqualTo(sizing.quantity(with(stakes.equity(), ascending[0], stakes)));
    }

    @Property
    void percentOfEquityCostsAtMostThatPart(
            @ForAll @DoubleRange(max = 100) double fraction, @ForAll("stakes") Stakes stakes) {
        var sizing = Sizing.of(SizingKind.PERCENT_OF_EQUITY, Map.of("fraction", fraction));
        assertThat(cost(sizing.quantity(stakes), stakes.mark())).isLessThanOrEqualTo(part(stakes, fraction));
    }

    @Property
    void volatilityTargetMovesTheEquityByAtMostItsTarget(
            @ForAll @DoubleRange(max = 10) double target,
            @ForAll @DoubleRange(min = 0.01, max = 10) double volatility,
            @ForAll("stakes") Stakes stakes) {
        var sizing = measured(SizingKind.VOLATILITY_TARGET, Map.of("target", target), "volatility", volatility);
        var cost = cost(sizing.quantity(stakes), stakes.mark());
        assertThat(cost).isLessThanOrEqualTo(part(stakes, target / volatility)).isLessThanOrEqualTo(part(stakes, 1));
    }

    @Property
    void volatilityTargetNeverGrowsWithTheVolatility(
            @ForAll @DoubleRange(max = 10) double target,
            @ForAll @DoubleRange(min = 0.01, max = 10) double one,
            @ForAll @DoubleRange(min = 0.01, max = 10) double other,
            @ForAll("stakes") Stakes stakes) {
        var parameters = Map.of("target", target);
        var calm = measured(SizingKind.VOLATILITY_TARGET, parameters, "volatility", Math.min(one, other));
        var wild = measured(SizingKind.VOLATILITY_TARGET, parameters, "volatility", Math.max(one, other));
        assertThat(wild.quantity(stakes)).isLessThanOrEqualTo(calm.quantity(stakes));
    }

    @Property
    void atrRiskLosesAtMostItsPartAtTheStop(
            @ForAll @DoubleRange(max = 1) double fraction,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double atr,
            @ForAll("stakes") Stakes stakes) {
        var sizing = measured(SizingKind.ATR_RISK, Map.of("fraction", fraction), "atr", atr);
        var quantity = sizing.quantity(stakes);
        assertThat(cost(quantity, Price.nearest(2 * atr))).isLessThanOrEqualTo(part(stakes, fraction));
        assertThat(cost(quantity, stakes.mark())).isLessThanOrEqualTo(part(stakes, 1));
    }

    @Property
    void kellyGrowsWithTheEdgeUpToItsCap(
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double payoff,
            @ForAll("stakes") Stakes stakes) {
        var worse = Sizing.of(SizingKind.KELLY, Map.of("winRate", Math.min(one, other), "payoff", payoff));
        var better = Sizing.of(SizingKind.KELLY, Map.of("winRate", Math.max(one, other), "payoff", payoff));
        assertThat(worse.quantity(stakes)).isLessThanOrEqualTo(better.quantity(stakes));
        assertThat(cost(better.quantity(stakes), stakes.mark())).isLessThanOrEqualTo(part(stakes, 0.25));
    }

    @Property
    void isNothingWithoutEquityPriceOrWhatIsMeasured(@ForAll("stakes") Stakes stakes) {
        for (var sizing : new Sizing[] {
            Sizing.of(SizingKind.PERCENT_OF_EQUITY, Map.of("fraction", 0.5)),
            measured(SizingKind.VOLATILITY_TARGET, Map.of("target", 0.2), "volatility", 0.5),
            measured(SizingKind.ATR_RISK, Map.of("fraction", 0.01), "atr", 1),
            Sizing.of(SizingKind.KELLY, Map.of("winRate", 0.9, "payoff", 2.0))
        }) {
            assertThat(sizing.quantity(with(null, stakes.mark(), stakes))).isEqualTo(Quantity.ZERO);
            assertThat(sizing.quantity(with(stakes.equity(), null, stakes))).isEqualTo(Quantity.ZERO);
            assertThat(sizing.quantity(with(Money.ZERO, stakes.mark(), stakes))).isEqualTo(Quantity.ZERO);
            assertThat(sizing.quantity(with(new Money(-1), stakes.mark(), stakes)))
                    .isEqualTo(Quantity.ZERO);
        }
        for (double missing : new double[] {Double.NaN, 0, -1}) {
            assertThat(measured(SizingKind.VOLATILITY_TARGET, Map.of("target", 0.2), "volatility", missing)
                            .quantity(stakes))
                    .isEqualTo(Quantity.ZERO);
            assertThat(measured(SizingKind.ATR_RISK, Map.of("fraction", 0.01), "atr", missing)
                            .quantity(stakes))
                    .isEqualTo(Quantity.ZERO);
        }
        assertThat(Sizing.of(SizingKind.KELLY, Map.of()).quantity(stakes)).isEqualTo(Quantity.ZERO);
    }

    @Property
    void isNothingBelowOneLot(@ForAll("sizings") Sizing sizing, @ForAll("stakes") Stakes stakes) {
        var tooCoarse = new Stakes(
                stakes.equity(),
                stakes.mark(),
                stakes.held(),
                new Quantity(stakes.most().units() + 1),
                stakes.most());
        assertThat(sizing.quantity(tooCoarse)).isEqualTo(Quantity.ZERO);
    }

    @Provide
    Arbitrary<Stakes> stakes() {
        var lots = Arbitraries.of("0.00000001", "0.001", "0.1", "1", "100").map(Quantity::of);
        var held = Arbitraries.longs().between(0, 100_000_000_000_000L).map(Quantity::new);
        var most = Arbitraries.longs().between(0, Long.MAX_VALUE / 2).map(Quantity::new);
        return Combinators.combine(equities(), prices(), held, lots, most).as(Stakes::new);
    }

    @Provide
    Arbitrary<Money> equities() {
        return Arbitraries.longs().between(1, Long.MAX_VALUE).map(Money::new);
    }

    @Provide
    Arbitrary<Price> prices() {
        return Arbitraries.longs().between(1, Long.MAX_VALUE).map(Price::new);
    }

    @Provide
    Arbitrary<Sizing> sizings() {
        var anything = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.doubles(),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE));
        return Combinators.combine(
                        Arbitraries.of(SizingKind.class),
                        anything.list().ofSize(10),
                        anything.list().ofSize(4))
                .as((kind, values, measured) -> {
                    var parameters = new TreeMap<String, Double>();
                    kind.parameters()
                            .forEach(parameter -> parameters.put(parameter.name(), values.get(parameters.size())));
                    var inputs = new TreeMap<>(Map.of(
                            "atr", measured.get(0),
                            "volatility", measured.get(1),
                            "winRate", measured.get(2),
                            "payoff", measured.get(3)));
                    return new Sizing(kind, parameters, inputs);
                });
    }

    private static Sizing measured(SizingKind kind, Map<String, Double> parameters, String input, double value) {
        return Sizing.of(kind, parameters).measured(new TreeMap<>(Map.of(input, value)));
    }

    private static Stakes with(Money equity, Price mark, Stakes stakes) {
        return new Stakes(equity, mark, stakes.held(), stakes.lot(), stakes.most());
    }

    private static BigDecimal cost(Quantity quantity, Price price) {
        return new BigDecimal(quantity.toString()).multiply(new BigDecimal(price.toString()));
    }

    /** The equity times the ratio, as it is rounded. */
    private static BigDecimal part(Stakes stakes, double ratio) {
        var rounded = BigDecimal.valueOf(ratio).setScale(8, RoundingMode.HALF_EVEN);
        return new BigDecimal(stakes.equity().toString()).multiply(rounded.add(RATIO_STEP));
    }
}
