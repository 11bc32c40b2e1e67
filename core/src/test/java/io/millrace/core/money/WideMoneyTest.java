package io.millrace.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Every operation against the same in unlimited precision. */
class WideMoneyTest {
    @Property
    void notionalIsExactForAnyPriceAndQuantity(@ForAll long quantity, @ForAll long price) {
        var exact = decimal(quantity).abs().multiply(decimal(price)).setScale(8, RoundingMode.HALF_EVEN);
        assertThat(WideMoney.notional(quantity, new Price(price)).toDecimal()).isEqualTo(exact);
    }

    @Example
    void aHalfGoesToTheEvenNeighbour() {
        assertThat(WideMoney.notional(50_000_000, new Price(1))).isEqualTo(WideMoney.of(0));
        assertThat(WideMoney.notional(50_000_000, new Price(3))).isEqualTo(WideMoney.of(2));
        assertThat(WideMoney.notional(-50_000_000, new Price(5))).isEqualTo(WideMoney.of(2));
        assertThat(WideMoney.notional(50_000_000, new Price(-3))).isEqualTo(WideMoney.of(-2));
    }

    @Property
    void sumsAreExact(@ForAll long a, @ForAll long b, @ForAll long price) {
        var first = WideMoney.notional(a, new Price(price));
        var second = WideMoney.notional(b, new Price(price));
        assertThat(first.plus(second).toDecimal()).isEqualTo(first.toDecimal().add(second.toDecimal()));
        assertThat(first.minus(second).toDecimal()).isEqualTo(first.toDecimal().subtract(second.toDecimal()));
        assertThat(first.compareTo(second)).isEqualTo(first.toDecimal().compareTo(second.toDecimal()));
        assertThat(first.abs().toDecimal()).isEqualTo(first.toDecimal().abs());
        assertThat(first.max(second).toDecimal()).isEqualTo(first.toDecimal().max(second.toDecimal()));
    }

    @Property
    void productsAndBasisPointsAreExact(
            @ForAll long quantity, @ForAll long price, @ForAll @LongRange(min = 0, max = 1_000_000) long factor) {
        var amount = WideMoney.notional(quantity, new Price(price));
        var product = amount.toDecimal().multiply(BigDecimal.valueOf(factor));
        assertThat(amount.times(factor).toDecimal()).isEqualTo(product);
        assertThat(amount.bpsUp(factor).toDecimal())
                .isEqualTo(product.divide(BigDecimal.valueOf(10_000), 8, RoundingMode.CEILING));
    }

    @Property
    void isHeldAgainstALimitExactly(@ForAll long quantity, @ForAll long price, @ForAll long limit) {
        var amount = WideMoney.notional(quantity, new Price(price));
        assertThat(amount.isAtMost(new Money(limit)))
                .isEqualTo(amount.toDecimal().compareTo(decimal(limit)) <= 0);
        assertThat(WideMoney.of(limit).isAtMost(new Money(limit))).isTrue();
        assertThat(WideMoney.of(limit).plus(WideMoney.of(1)).isAtMost(new Money(limit)))
                .isFalse();
    }

    @Property
    void readsAsMoneyDoes(@ForAll long units) {
        assertThat(WideMoney.of(units)).hasToString(new Money(units).toString());
        assertThat(WideMoney.of(units).plus(WideMoney.of(Long.MAX_VALUE)).toDecimal())
                .isEqualTo(decimal(units).add(decimal(Long.MAX_VALUE)));
    }

    private static BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, 8);
    }
}
