package io.millrace.core.portfolio;

import static io.millrace.core.portfolio.Fills.BTC;
import static io.millrace.core.portfolio.Fills.buy;
import static io.millrace.core.portfolio.Fills.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import org.junit.jupiter.api.Test;

class PositionTest {
    @Test
    void addsUpTheCostOfItsEntries() {
        assertPosition(after(buy("1", "100", "0"), buy("3", "120", "0")), "4", "460", "0");
        assertThat(after(buy("1", "100", "0"), buy("3", "120", "0")).averagePrice())
                .isEqualTo(Price.of("115"));
    }

    @Test
    void realisesTheDifferenceToItsProportionOfTheCost() {
        assertPosition(after(buy("4", "115", "0"), sell("1", "125", "0")), "3", "345", "10");
    }

    @Test
    void keepsTheRestOfACostThatDoesNotDivide() {
        var third = after(buy("3", "33.33333333", "0"), sell("1", "40", "0"));
        assertPosition(third, "2", "66.66666666", "6.66666667");
        var odd = after(buy("0.00000003", "1", "0"), sell("0.00000002", "1", "0"));
        assertPosition(odd, "0.00000001", "0.00000001", "0");
        var closed = after(buy("3", "0.00000001", "0"), sell("1", "0.00000001", "0"), sell("2", "0.00000001", "0"));
        assertPosition(closed, "0", "0", "0");
    }

    @Test
    void costsLessThanNothingWhenShort() {
        assertPosition(after(sell("2", "100", "0")), "-2", "-200", "0");
        assertPosition(after(sell("2", "100", "0"), buy("1", "90", "0")), "-1", "-100", "10");
        assertPosition(after(sell("2", "100", "0"), buy("2", "110", "0")), "0", "0", "-20");
    }

    @Test
    void closesAndOpensWhenItGoesThroughZero() {
        assertPosition(after(buy("2", "100", "0"), sell("5", "110", "0")), "-3", "-330", "20");
        assertPosition(after(sell("2", "100", "0"), buy("5", "110", "0")), "3", "330", "-20");
    }

    @Test
    void splitsANotionalThatWasRoundedWithoutLosingAnything() {
        var flipped = after(buy("0.00000001", "0.3", "0"), sell("0.00000002", "0.75", "0"));
        assertPosition(flipped, "-0.00000001", "-0.00000001", "0.00000001");
    }

    @Test
    void addsUpFees() {
        assertThat(after(buy("1", "100", "0.2"), sell("1", "100", "0.3")).fees())
                .isEqualTo(Money.of("0.5"));
    }

    private static Position after(ExecutionReport... fills) {
        var portfolio = Portfolio.empty("alpha");
        for (var fill : fills) {
            portfolio = portfolio.apply(fill);
        }
        return portfolio.position(BTC);
    }

    private static void assertPosition(Position position, String quantity, String cost, String realised) {
        assertThat(position.quantity()).isEqualTo(Quantity.of(quantity));
        assertThat(position.cost()).isEqualTo(Money.of(cost));
        assertThat(position.realisedProfit()).isEqualTo(Money.of(realised));
    }
}
