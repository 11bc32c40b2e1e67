package io.millrace.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Every operation against the same in unlimited precision. */
class MoneyPropertiesTest {
    private static final BigDecimal ONE = BigDecimal.valueOf(100_000_000);

    @Property
    void priceTimesQuantityRoundsHalfEven(@ForAll long price, @ForAll long quantity) {
        var exact = big(price).multiply(big(quantity)).divide(ONE, 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(
                exact, () -> new Price(price).times(new Quantity(quantity)).units());
    }

    @Property
    void priceTimesQuantityOfUsualSizeRoundsHalfEven(
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long price,
            @ForAll @LongRange(min = -100_000_000L, max = 100_000_000L) long quantity) {
        var exact = big(price).multiply(big(quantity)).divide(ONE, 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(
                exact, () -> new Price(price).times(new Quantity(quantity)).units());
    }

    @Property
    void priceTimesQuantityBeyond64BitsRoundsHalfEven(
            @ForAll @LongRange(min = 1, max = 20_000_000_000_000L) long price,
            @ForAll @LongRange(min = -80_000_000_000_000L, max = 80_000_000_000_000L) long quantity) {
        var exact = big(price).multiply(big(quantity)).divide(ONE, 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(
                exact, () -> new Price(price).times(new Quantity(quantity)).units());
    }

    @Property
    void aHalfBeyond64BitsGoesToTheEvenNeighbour(
            @ForAll @LongRange(min = 0, max = 1_000_000) long i,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long j) {
        long price = (2 * i + 1) * 5_000_000;
        long quantity = (2 * j + 1) * 10;
        var exact = big(price).multiply(big(quantity)).divide(ONE, 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(
                exact, () -> new Price(price).times(new Quantity(quantity)).units());
    }

    @Property
    void amountsAtTheEndOfTheRangeFitOrThrow(
            @ForAll @LongRange(min = -3, max = 3) long more, @ForAll @LongRange(min = 1, max = 1_000) long whole) {
        var quantity = new Quantity(100_000_000 * whole);
        var price = new Price(Long.MAX_VALUE / whole + more);
        var exact = big(price.units()).multiply(big(quantity.units())).divide(ONE, 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(exact, () -> price.times(quantity).units());
        isExactlyOrThrows(exact.negate(), () -> price.times(quantity.negate()).units());
    }

    @Property
    void proportionRoundsHalfEven(@ForAll long amount, @ForAll long part, @ForAll long whole) {
        Assume.that(whole != 0);
        var exact = big(amount).multiply(big(part)).divide(big(whole), 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(exact, () -> new Money(amount)
                .proportion(new Quantity(part), new Quantity(whole))
                .units());
    }

    @Property
    void proportionBeyond64BitsRoundsHalfEven(
            @ForAll @LongRange(min = -8_000_000_000_000_000_000L, max = 8_000_000_000_000_000_000L) long amount,
            @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long part,
            @ForAll @LongRange(min = 1, max = 9_000_000_000_000_000_000L) long whole) {
        var exact = big(amount).multiply(big(part)).divide(big(whole), 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(exact, () -> new Money(amount)
                .proportion(new Quantity(part), new Quantity(whole))
                .units());
        isExactlyOrThrows(exact.negate(), () -> new Money(amount)
                .proportion(new Quantity(part), new Quantity(-whole))
                .units());
    }

    /** Half of an odd amount of wholes: (2 i + 1) × whole / (2 × whole). */
    @Property
    void aHalfOfAWideWholeGoesToTheEvenNeighbour(
            @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long i,
            @ForAll @LongRange(min = 1, max = 4_000_000_000_000_000_000L) long whole) {
        var exact = big(2 * i + 1).divide(big(2), 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(exact, () -> new Money(2 * i + 1)
                .proportion(new Quantity(whole), new Quantity(2 * whole))
                .units());
    }

    @Property
    void proportionOfSmallNumbersRoundsHalfEven(
            @ForAll @LongRange(min = -50, max = 50) long amount,
            @ForAll @LongRange(min = -50, max = 50) long part,
            @ForAll @LongRange(min = -50, max = 50) long whole) {
        Assume.that(whole != 0);
        var exact = big(amount).multiply(big(part)).divide(big(whole), 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(exact, () -> new Money(amount)
                .proportion(new Quantity(part), new Quantity(whole))
                .units());
    }

    @Property
    void averagePriceRoundsHalfEven(@ForAll long amount, @ForAll long quantity) {
        Assume.that(quantity != 0);
        var exact = big(amount).multiply(ONE).divide(big(quantity), 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(
                exact, () -> new Money(amount).per(new Quantity(quantity)).units());
    }

    @Property
    void basisPointsRoundHalfEven(@ForAll long amount, @ForAll @LongRange(min = -20_000, max = 20_000) long bps) {
        var part = big(amount).multiply(big(bps)).divide(big(10_000), 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(part, () -> new Money(amount).bps(bps).units());
        var moved = big(amount).multiply(big(10_000 + bps)).divide(big(10_000), 0, RoundingMode.HALF_EVEN);
        isExactlyOrThrows(moved, () -> new Price(amount).plusBps(bps).units());
    }

    @Property
    void sumsAreExactOrThrow(@ForAll long a, @ForAll long b) {
        isExactlyOrThrows(
                big(a).add(big(b)), () -> new Money(a).plus(new Money(b)).units());
        isExactlyOrThrows(
                big(a).subtract(big(b)), () -> new Money(a).minus(new Money(b)).units());
        isExactlyOrThrows(
                big(a).add(big(b)), () -> new Quantity(a).plus(new Quantity(b)).units());
        isExactlyOrThrows(
                big(a).subtract(big(b)),
                () -> new Quantity(a).minus(new Quantity(b)).units());
        isExactlyOrThrows(big(a).negate(), () -> new Money(a).negate().units());
        isExactlyOrThrows(big(a).negate(), () -> new Quantity(a).negate().units());
        isExactlyOrThrows(big(a).abs(), () -> new Money(a).abs().units());
        isExactlyOrThrows(big(a).abs(), () -> new Quantity(a).abs().units());
    }

    @Property
    void textIsReadBackToTheSameCount(@ForAll long units) {
        assertThat(Price.of(new Price(units).toString()).units()).isEqualTo(units);
        assertThat(Money.of(new Money(units).toString()).units()).isEqualTo(units);
        assertThat(Quantity.of(new Quantity(units).toString()).units()).isEqualTo(units);
        assertThat(new BigDecimal(new Money(units).toString())).isEqualByComparingTo(BigDecimal.valueOf(units, 8));
    }

    @Property
    void amountTimesRatioRoundsDownOrIsTheLargest(
            @ForAll @LongRange(min = 0) long amount, @ForAll @LongRange(min = 0, max = 1L << 50) long ratio) {
        var exact = big(amount).multiply(big(ratio)).divide(ONE, 0, RoundingMode.DOWN);
        assertThat(big(new Money(amount).timesDown(ratio / 1e8).units()))
                .isEqualByComparingTo(exact.min(big(Long.MAX_VALUE)));
    }

    @Property
    void amountBuysUnitsRoundedDownOrTheMost(
            @ForAll @LongRange(min = 0) long amount, @ForAll @LongRange(min = 1) long price) {
        var exact = big(amount).multiply(ONE).divide(big(price), 0, RoundingMode.DOWN);
        assertThat(big(new Money(amount).buysAt(new Price(price)).units()))
                .isEqualByComparingTo(exact.min(big(Long.MAX_VALUE)));
    }

    @Property
    void quantityGoesDownToALotNearerToZero(@ForAll long quantity, @ForAll @LongRange(min = 1) long lot) {
        var down = new Quantity(quantity).downTo(new Quantity(lot));
        assertThat(down.isMultipleOf(new Quantity(lot))).isTrue();
        assertThat(big(quantity).subtract(big(down.units())).abs()).isLessThan(big(lot));
        assertThat(down.signum() * Long.signum(quantity)).isNotNegative();
    }

    @Property
    void textOfAnyDecimalIsExactOrRefused(
            @ForAll BigInteger unscaled, @ForAll @LongRange(min = -20, max = 20) long scale) {
        var decimal = new BigDecimal(unscaled, (int) scale);
        var units = decimal.multiply(ONE);
        if (units.stripTrailingZeros().scale() > 0) {
            assertThatThrownBy(() -> Money.of(decimal.toString())).isInstanceOf(ArithmeticException.class);
        } else {
            isExactlyOrThrows(units, () -> Money.of(decimal.toString()).units());
        }
    }

    private static void isExactlyOrThrows(BigDecimal exact, Computation computation) {
        long expected;
        try {
            expected = exact.longValueExact();
        } catch (ArithmeticException overflow) {
            ThrowingCallable call = computation::units;
            assertThatThrownBy(call).isInstanceOf(ArithmeticException.class);
            return;
        }
        assertThat(computation.units()).isEqualTo(expected);
    }

    private static BigDecimal big(long value) {
        return BigDecimal.valueOf(value);
    }

    private interface Computation {
        long units();
    }
}
