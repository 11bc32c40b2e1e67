package io.millrace.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"1, 100000000", "0.00000001, 1", "-2.5, -250000000", "1e3, 100000000000", "0e999999999, 0", "-0.0, 0"})
    void readsDecimals(String text, long units) {
        assertThat(Money.of(text).units()).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"100000000, 1", "1, 0.00000001", "-250000000, -2.5", "10000000000, 100", "0, 0"})
    void writesPlainDecimals(long units, String text) {
        assertThat(new Money(units)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000001", "92233720368.54775808", "1e11", "-1e11", "123456789012"})
    void refusesWhatDoesNotFit(String text) {
        assertThatThrownBy(() -> Price.of(text))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("does not fit a count of 1e-8: '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,5", "NaN", "Infinity", "0x10"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> Quantity.of(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("not a decimal number: '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e2000000000", "1e-999999999"})
    void refusesHugeExponentsAtOnce(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(() -> Price.of(text))
                .isInstanceOf(ArithmeticException.class));
    }

    @Test
    void roundsTiesToTheEvenNeighbour() {
        var half = Price.of("0.5");
        assertThat(half.times(new Quantity(1)).units()).isZero();
        assertThat(half.times(new Quantity(3)).units()).isEqualTo(2);
        assertThat(half.times(new Quantity(-3)).units()).isEqualTo(-2);
        assertThat(half.times(new Quantity(5)).units()).isEqualTo(2);
    }

    @Test
    void dividingByNothingIsRefused() {
        assertThatThrownBy(() -> Money.of("1").per(Quantity.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of("90000000000").per(Quantity.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void ordersByAmount() {
        assertThat(Money.of("-1")).isLessThan(Money.ZERO);
        assertThat(Price.of("2")).isGreaterThan(Price.of("1.99999999"));
        assertThat(Quantity.of("2").min(Quantity.of("1"))).isEqualTo(Quantity.of("1"));
        assertThat(Money.of("2").max(Money.of("1"))).isEqualTo(Money.of("2"));
    }

    @Test
    void knowsMultiplesOfTickAndLot() {
        assertThat(Price.of("10.05").isMultipleOf(Price.of("0.01"))).isTrue();
        assertThat(Price.of("10.005").isMultipleOf(Price.of("0.01"))).isFalse();
        assertThat(Quantity.of("-0.3").isMultipleOf(Quantity.of("0.1"))).isTrue();
        assertThat(Quantity.of("0.25").isMultipleOf(Quantity.of("0.1"))).isFalse();
    }
}
