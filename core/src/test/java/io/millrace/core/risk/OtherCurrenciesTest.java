package io.millrace.core.risk;

import static io.millrace.core.risk.Orders.NOW;
import static io.millrace.core.risk.Orders.order;
import static io.millrace.core.risk.RiskCode.CASH_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.CURRENCY_DIFFERS;
import static io.millrace.core.risk.RiskCode.FREE_CASH_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.FREE_MARGIN_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.GROSS_EXPOSURE_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.INSTRUMENT_NOTIONAL_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.MARGIN_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.NET_EXPOSURE_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.ORDER_NOTIONAL_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.POSITION_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.STRATEGY_BUDGET_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import org.junit.jupiter.api.Test;

/** Orders on instruments that are quoted in another currency than the account's, here euros at 2 US dollars. */
class OtherCurrenciesTest {
    private static final InstrumentId RATE = InstrumentId.of("EUR-USD.BITSTAMP");

    @Test
    void limitsAreHeldAgainstWhatAnOrderIsWorthInTheAccountsCurrency() {
        var order = inEuros("0");
        order.safety.netExposure = Money.of("100000");
        order.safety.notionalOf.put(Orders.BTC, Money.of("100000"));
        order.market.marginBps = 1_000;
        order.budget = Money.of("5000");
        assertCheck(order, CURRENCY_DIFFERS, true, "EUR", "USD");
        assertCheck(order, ORDER_NOTIONAL_TOO_LARGE, true, "2000", "1000000");
        assertCheck(order, POSITION_TOO_LARGE, true, "2000", "1000000");
        assertCheck(order, INSTRUMENT_NOTIONAL_TOO_LARGE, true, "2000", "100000");
        assertCheck(order, GROSS_EXPOSURE_TOO_LARGE, true, "2000", "1000000");
        assertCheck(order, NET_EXPOSURE_TOO_LARGE, true, "2000", "100000");
        assertCheck(order, MARGIN_TOO_SMALL, true, "204", "10000");
        assertCheck(order, FREE_MARGIN_TOO_SMALL, true, "200", "10000");
        assertCheck(order, STRATEGY_BUDGET_EXCEEDED, true, "2000", "5000");
        assertThat(order.decide().approved()).isTrue();
    }

    @Test
    void positionsInAnotherCurrencyCountWithThoseInTheAccounts() {
        var order = inEuros("0").opened("o1", Orders.LTC, Side.BUY, "10").marked(Orders.LTC, "10", NOW - 1);
        order.budget = Money.of("5000");
        assertCheck(order, GROSS_EXPOSURE_TOO_LARGE, true, "2200", "1000000");
    }

    @Test
    void aCurrencyWithoutARateIsNoneToTradeIn() {
        var order = order();
        order.currency = "EUR";
        order.with(order.book().portfolio().converting("EUR", RATE, false));
        assertCheck(order, CURRENCY_DIFFERS, false, "EUR", "USD");
    }

    @Test
    void aCashAccountPaysFromItsCashInTheInstrumentsCurrency() {
        var order = inEuros("2000").cash();
        assertCheck(order.buy("1"), CASH_TOO_SMALL, true, "1002", "2000");
        assertCheck(order.buy("2"), CASH_TOO_SMALL, false, "2004", "2000");
        assertThat(order.check(CASH_TOO_SMALL).unit()).isEqualTo("EUR");
        order.opened("o1", "other", Orders.LTC, OrderTerms.market(Side.BUY, Quantity.of("1")), "1000");
        assertCheck(order.buy("1"), FREE_CASH_TOO_SMALL, false, "2004", "2000");
    }

    @Test
    void aCashAccountDoesNotOweItsOwnCurrencyBecauseItHasAnother() {
        var order = inEuros("20000").cash();
        order.currency = "USD";
        assertCheck(order.buy("9"), CASH_TOO_SMALL, true, "9018", "10000");
        assertCheck(order.buy("10"), CASH_TOO_SMALL, false, "10020", "10000");
        assertCheck(order.buy("10"), FREE_CASH_TOO_SMALL, false, "10020", "10000");
    }

    @Test
    void amountsOfAnySizeAreConverted() {
        var rate = Price.of("1.5");
        assertThat(WideMoney.of(Money.of("-0.00000001")).times(rate)).isEqualTo(WideMoney.of(-2));
        assertThat(WideMoney.of(Money.of("3")).dividedBy(rate)).isEqualTo(WideMoney.of(Money.of("2")));
        var most = WideMoney.notional(Long.MAX_VALUE, new Price(Long.MAX_VALUE));
        assertThat(most.times(rate)).isGreaterThan(most);
        assertThat(most.times(new Price(Long.MAX_VALUE)).plus(most)).isGreaterThan(most);
    }

    /** An order in euros of an account that has so many. */
    private static Orders inEuros(String euros) {
        var order = order();
        order.currency = "EUR";
        return order.with(order.book()
                .portfolio()
                .converting("EUR", RATE, false)
                .mark(RATE, Price.of("2"), NOW - 1)
                .deposit("EUR", Money.of(euros), NOW - 1));
    }

    private static void assertCheck(Orders order, RiskCode code, boolean passes, String actual, String limit) {
        var check = order.check(code);
        assertThat(check.passed() + " " + check.actual() + " of " + check.limit())
                .isEqualTo(passes + " " + actual + " of " + limit);
    }
}
