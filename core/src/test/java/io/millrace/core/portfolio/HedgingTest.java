package io.millrace.core.portfolio;

import static io.millrace.core.portfolio.Fills.BTC;
import static io.millrace.core.portfolio.Fills.buy;
import static io.millrace.core.portfolio.Fills.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account.Costs;
import io.millrace.core.portfolio.Account.Positions;
import org.junit.jupiter.api.Test;

class HedgingTest {
    private final Portfolio empty = Portfolio.empty("alpha").under(Fills.account(Positions.HEDGING, Costs.AVERAGE));

    @Test
    void holdsALongAndAShortPositionSideBySide() {
        var both = empty.apply(buy("3", "100", "0")).apply(sell("2", "110", "0"));
        assertThat(quantity(both, PositionSide.LONG)).isEqualTo(Quantity.of("3"));
        assertThat(quantity(both, PositionSide.SHORT)).isEqualTo(Quantity.of("-2"));
        assertThat(both.netQuantity(BTC)).isEqualTo(Quantity.of("1"));
        assertThat(both.realisedProfit()).isEqualTo(Money.ZERO);
        assertThat(both.unrealisedProfit()).isEqualTo(Money.of("30"));
        assertThat(both.positions()).extracting(Position::side).containsExactly(PositionSide.LONG, PositionSide.SHORT);
    }

    @Test
    void closesTheOppositeSideWithAReducingOrder() {
        var both = empty.apply(buy("3", "100", "0")).apply(sell("2", "110", "0"));
        var less = both.apply(sell("1", "120", "0"), true).apply(buy("2", "105", "0"), true);
        assertThat(quantity(less, PositionSide.LONG)).isEqualTo(Quantity.of("2"));
        assertThat(quantity(less, PositionSide.SHORT)).isEqualTo(Quantity.ZERO);
        assertThat(less.realisedProfit()).isEqualTo(Money.of("30"));
    }

    @Test
    void opensItsOwnSideWithWhatAReducingOrderFillsBeyondThePosition() {
        var beyond = empty.apply(buy("1", "100", "0")).apply(sell("3", "110", "0.5"), true);
        assertThat(quantity(beyond, PositionSide.LONG)).isEqualTo(Quantity.ZERO);
        assertThat(quantity(beyond, PositionSide.SHORT)).isEqualTo(Quantity.of("-2"));
        assertThat(beyond.realisedProfit()).isEqualTo(Money.of("10"));
        assertThat(beyond.fees()).isEqualTo(Money.of("0.5"));
        assertThat(beyond.cash()).isEqualTo(Money.of("229.5"));
    }

    @Test
    void saysWhichPositionAnOrderWorksOn() {
        var both = empty.apply(buy("3", "100", "0")).apply(sell("2", "110", "0"));
        assertThat(both.position(BTC, Side.SELL, false).side()).isEqualTo(PositionSide.SHORT);
        assertThat(both.position(BTC, Side.SELL, true).side()).isEqualTo(PositionSide.LONG);
        assertThat(Portfolio.empty("alpha").position(BTC, Side.SELL, true).side())
                .isEqualTo(PositionSide.NET);
    }

    @Test
    void staysWhatItWasWhenTheAccountChangesWhileItHoldsSomething() {
        var netting = Portfolio.empty("alpha").apply(buy("1", "100", "0"));
        assertThat(netting.under(Fills.account(Positions.HEDGING, Costs.FIFO)).basis())
                .isEqualTo(new Basis("USD", Account.Type.MARGIN, Positions.NETTING, Costs.AVERAGE));
        assertThat(empty.under(Fills.account(Positions.NETTING, Costs.FIFO)).basis())
                .isEqualTo(empty.basis());
    }

    private static Quantity quantity(Portfolio portfolio, PositionSide side) {
        return portfolio.position(BTC, side).quantity();
    }
}
