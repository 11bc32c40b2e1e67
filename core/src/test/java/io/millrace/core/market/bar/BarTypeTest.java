package io.millrace.core.market.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tick(1000)",
                "volume(0.5)",
                "value(1000000)",
                "tick-imbalance(1000,20,100,10000)",
                "volume-imbalance(1000,20,100,10000)",
                "value-imbalance(1000,20,100,10000)",
                "tick-runs(1000,20,100,10000)",
                "volume-runs(1000,20,100,10000)",
                "value-runs(1000,20,100,10000)",
                "renko(0.25)",
                "range(5)"
            })
    void isWrittenAsItIsRead(String name) {
        assertThat(BarType.parse(name)).hasToString(name);
    }

    @Test
    void completesWhatFollowsFromTheFirstParameter() {
        assertThat(BarType.parse(" tick-runs( 500 ) ")).hasToString("tick-runs(500,20,250,1000)");
        assertThat(BarType.parse("tick-runs(5)")).hasToString("tick-runs(5,20,2,10)");
    }

    @Test
    void writesNumbersInOneWay() {
        assertThat(BarType.parse("value(1e6)")).isEqualTo(BarType.parse("value(1000000.00)"));
    }

    @Test
    void readsSeveralAtOnce() {
        assertThat(BarType.parseAll("tick(100), tick-imbalance(500,20,50,5000),range(5)"))
                .extracting(BarType::toString)
                .containsExactly("tick(100)", "tick-imbalance(500,20,50,5000)", "range(5)");
        assertThat(BarType.parseAll("")).isEqualTo(List.of());
        assertThatThrownBy(() -> BarType.parseAll("tick(100),tick(100)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tick(100) comes twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tick | a type of bars is written kind(number,...), was 'tick'",
                "ticks(5) | no bars 'ticks', there are: tick(trades), volume(quantity), ",
                "tick(1,2) | write tick(trades), was 'tick(1,2)'",
                "tick() | tick: trades must be a whole number, was '', in 'tick()'",
                "tick(1.5) | tick: trades must be a whole number, was '1.5', in 'tick(1.5)'",
                "tick(0) | tick: trades must be above 0, was '0', in 'tick(0)'",
                "value(-1) | value: amount must be above 0, was '-1', in 'value(-1)'",
                "renko(1e-9) | renko: brick must be a decimal number with at most 8 decimals, was '1e-9'",
                "tick-runs(5,20) | write tick-runs(trades,span,min,max) or tick-runs(trades), was 'tick-runs(5,20)'",
                "tick-runs(5,20,6,9) | trades must be between min and max, was 5 with 6 and 9, in 'tick-runs(5,20,6,9)'"
            })
    void saysWhatIsWrongWithAName(String name, String message) {
        assertThatThrownBy(() -> BarType.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
