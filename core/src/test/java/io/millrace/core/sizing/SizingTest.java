package io.millrace.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SizingTest {
    private static final Stakes STAKES = new Stakes(
            Money.of("100000"), Price.of("250"), Quantity.of("7.35"), Quantity.of("0.1"), Quantity.of("1000"));

    @Test
    void fixedOrdersTheBoundInLots() {
        assertThat(quantity(SizingKind.FIXED, Map.of(), Map.of(), most("12.34")))
                .isEqualTo(Quantity.of("12.3"));
    }

    @Test
    void percentOfEquityBuysThatPartOfIt() {
        // 100,000 × 0.1 / 250
        assertThat(quantity(SizingKind.PERCENT_OF_EQUITY, Map.of("fraction", 0.1), Map.of(), STAKES))
                .isEqualTo(Quantity.of("40"));
    }

    @Test
    void aDecimalRatioIsExactThoughADoubleIsNot() {
        // 0.29 as a double is below 29/100; 100,000 × 0.29 / 250 is 116 lots of 1 all the same.
        assertThat(quantity(SizingKind.PERCENT_OF_EQUITY, Map.of("fraction", 0.29), Map.of(), STAKES))
                .isEqualTo(Quantity.of("116"));
    }

    @Test
    void volatilityTargetHoldsLessOfWhatMovesMore() {
        var target = Map.of("target", 0.2);
        // 100,000 × 0.2 / 0.8 / 250
        assertThat(quantity(SizingKind.VOLATILITY_TARGET, target, Map.of("volatility", 0.8), STAKES))
                .isEqualTo(Quantity.of("100"));
        assertThat(quantity(SizingKind.VOLATILITY_TARGET, target, Map.of("volatility", 0.4), STAKES))
                .isEqualTo(Quantity.of("200"));
    }

    @Test
    void volatilityTargetStopsAtItsLeverage() {
        // 0.2 / 0.1 is 2 ×; the default allows 1 ×: 100,000 / 250
        assertThat(quantity(SizingKind.VOLATILITY_TARGET, Map.of("target", 0.2), Map.of("volatility", 0.1), STAKES))
                .isEqualTo(Quantity.of("400"));
        assertThat(quantity(
                        SizingKind.VOLATILITY_TARGET,
                        Map.of("target", 0.2, "maxLeverage", 1.5),
                        Map.of("volatility", 0.1),
                        STAKES))
                .isEqualTo(Quantity.of("600"));
    }

    @Test
    void atrRiskLosesItsPartOfTheEquityAtTheStop() {
        // 100,000 × 0.01 / (2 × 5): 100 units lose 1,000 over 10
        assertThat(quantity(SizingKind.ATR_RISK, Map.of("fraction", 0.01), Map.of("atr", 5.0), STAKES))
                .isEqualTo(Quantity.of("100"));
    }

    @Test
    void atrRiskStopsAtItsLeverage() {
        assertThat(quantity(SizingKind.ATR_RISK, Map.of("fraction", 0.01), Map.of("atr", 0.001), STAKES))
                .isEqualTo(Quantity.of("400"));
    }

    @Test
    void kellyStakesHalfOfWhatGrowsFastest() {
        // f* = 0.6 − 0.4 / 1.6 = 0.35; half of it, × 100,000 / 250
        var odds = Map.of("winRate", 0.6, "payoff", 1.6);
        assertThat(quantity(SizingKind.KELLY, odds, Map.of(), STAKES)).isEqualTo(Quantity.of("70"));
        assertThat(quantity(SizingKind.KELLY, Map.of(), odds, STAKES)).isEqualTo(Quantity.of("70"));
    }

    @Test
    void kellyStopsAtItsCapAndStakesNothingWithoutAnEdge() {
        assertThat(quantity(SizingKind.KELLY, Map.of("winRate", 0.9, "payoff", 3.0), Map.of(), STAKES))
                .isEqualTo(Quantity.of("100"));
        assertThat(quantity(SizingKind.KELLY, Map.of("winRate", 0.5, "payoff", 1.0), Map.of(), STAKES))
                .isEqualTo(Quantity.ZERO);
        assertThat(quantity(SizingKind.KELLY, Map.of("winRate", 0.9, "payoff", 0.0), Map.of(), STAKES))
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void givenOddsGoBeforeMeasuredOnes() {
        var given = new TreeMap<>(Map.of("winRate", 0.6, "payoff", 1.6));
        var measured = new TreeMap<>(Map.of("winRate", 0.1, "payoff", 0.1));
        assertThat(new Sizing(SizingKind.KELLY, given, measured).quantity(STAKES))
                .isEqualTo(Quantity.of("70"));
    }

    @Test
    void closeOrdersWhatIsHeld() {
        assertThat(Sizing.CLOSE.quantity(STAKES)).isEqualTo(Quantity.of("7.3"));
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThat(Sizing.of(SizingKind.ATR_RISK, Map.of("multiple", 0.0, "period", 1.5, "stop", 3.0))
                        .errors())
                .containsExactly(
                        "multiple must be from 0.01 to 100, was 0",
                        "period must be a whole number from 1 to 1000, was 1.5",
                        "atr-risk has no parameter 'stop', it has fraction, multiple, maxLeverage, period",
                        "atr-risk needs the parameter 'fraction'");
        assertThat(Sizing.of(SizingKind.KELLY, Map.of("winRate", 0.5)).errors())
                .containsExactly("kelly needs the parameter 'payoff'");
        assertThat(Sizing.of(SizingKind.FIXED, Map.of("x", 1.0)).errors())
                .containsExactly("fixed has no parameter 'x', it has none");
        assertThat(Sizing.of(SizingKind.KELLY, Map.of()).errors()).isEmpty();
    }

    private static Stakes most(String most) {
        return new Stakes(STAKES.equity(), STAKES.mark(), STAKES.held(), STAKES.lot(), Quantity.of(most));
    }

    private static Quantity quantity(
            SizingKind kind, Map<String, Double> parameters, Map<String, Double> inputs, Stakes stakes) {
        return Sizing.of(kind, parameters).measured(new TreeMap<>(inputs)).quantity(stakes);
    }
}
