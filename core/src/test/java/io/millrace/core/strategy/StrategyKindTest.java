package io.millrace.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.money.Quantity;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyKindTest {
    @ParameterizedTest
    @EnumSource
    void theDefaultsOfEveryRuleAreValid(StrategyKind kind) {
        assertThat(StrategyKind.errors(Bars.spec(kind.word(), Map.of()))).isEmpty();
        assertThat(kind.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.objection(parameter.defaultValue())).isEmpty();
            assertThat(parameter.meaning()).isNotBlank();
        });
        assertThat(StrategyKind.named(kind.word())).contains(kind);
        assertThat(kind.summary()).endsWith(".");
    }

    @Test
    void namesEveryErrorOfASpecification() {
        var spec = new StrategySpec(
                "s1",
                3,
                "acc-1",
                Bars.BTC,
                "macd-cross",
                0,
                Quantity.ZERO,
                new TreeMap<>(Map.of("fast", 1.0, "slow", 20.5, "speed", 1.0)),
                true,
                0);
        assertThatThrownBy(() -> Strategy.of(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strategy s1 version 3: quantity must be > 0, was 0; intervalNanos must be > 0, was 0;"
                        + " fast must be a whole number from 2 to 1000, was 1;"
                        + " slow must be a whole number from 3 to 1000, was 20.5;"
                        + " macd-cross has no parameter 'speed', it has fast, slow, signal");
    }

    @Test
    void refusesParametersThatContradictEachOther() {
        assertThat(StrategyKind.errors(Bars.spec("macd-cross", Map.of("fast", 30.0))))
                .containsExactly("macd: the fast period must be below the slow one, were 30 and 26");
        assertThat(StrategyKind.errors(Bars.spec("rsi-reversal", Map.of("oversold", 80.0))))
                .containsExactly("oversold must be below overbought, were 80.0 and 70.0");
        assertThat(StrategyKind.errors(Bars.spec("bollinger-reversion", Map.of("width", Double.NaN))))
                .containsExactly("width must be from 0.1 to 10, was NaN");
    }

    @Test
    void refusesARuleThatDoesNotExist() {
        assertThat(StrategyKind.errors(Bars.spec("martingale", Map.of())))
                .containsExactly("kind must be one of rsi-reversal, macd-cross, bollinger-reversion, volume-breakout,"
                        + " was 'martingale'");
    }
}
