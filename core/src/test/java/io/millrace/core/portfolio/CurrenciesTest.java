package io.millrace.core.portfolio;

import static io.millrace.core.portfolio.PortfolioHistory.DAX;
import static io.millrace.core.portfolio.PortfolioHistory.EUR_USD;
import static io.millrace.core.portfolio.PortfolioHistory.NIKKEI;
import static io.millrace.core.portfolio.PortfolioHistory.USD_JPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account.Costs;
import io.millrace.core.portfolio.Account.Positions;
import org.junit.jupiter.api.Test;

class CurrenciesTest {
    private final Portfolio funded = PortfolioHistory.start(Positions.NETTING, Costs.AVERAGE)
            .deposit(Money.of("1000"), 1)
            .mark(EUR_USD, Price.of("1.25"), 1)
            .mark(USD_JPY, Price.of("128"), 1);

    @Test
    void paysInTheCurrencyOfTheInstrument() {
        var portfolio = funded.apply(buy(DAX, "EUR", "2", "100", "0.5"));
        assertThat(portfolio.own().cash()).isEqualTo(Money.of("1000"));
        assertThat(portfolio.balance("EUR").cash()).isEqualTo(Money.of("-200.5"));
        assertThat(portfolio.balance("EUR").fees()).isEqualTo(Money.of("0.5"));
        assertThat(portfolio.position(DAX).currency()).isEqualTo("EUR");
    }

    @Test
    void isWorthWhatTheMarksOfTheConversionsSay() {
        var portfolio = funded.apply(buy(DAX, "EUR", "2", "100", "0"))
                .mark(DAX, Price.of("110"), 2)
                .apply(buy(NIKKEI, "JPY", "1", "6400", "0"))
                .mark(NIKKEI, Price.of("6656"), 3);
        assertThat(portfolio.unrealisedProfit()).isEqualTo(Money.of("27"));
        assertThat(portfolio.equity()).isEqualTo(Money.of("1027"));
        assertThat(portfolio.mark(EUR_USD, Price.of("1.5"), 4).equity()).isEqualTo(Money.of("1032"));
        assertThat(portfolio.mark(USD_JPY, Price.of("64"), 4).equity()).isEqualTo(Money.of("1029"));
    }

    @Test
    void roundsEachCurrencysWorthOnce() {
        var portfolio = funded.mark(USD_JPY, Price.of("3"), 2).deposit("JPY", Money.of("1"), 3);
        assertThat(portfolio.equity()).isEqualTo(Money.of("1000.33333333"));
        assertThat(portfolio.deposits()).isEqualTo(Money.of("1000.33333333"));
    }

    @Test
    void takesDepositsInEveryCurrencyNeitherForProfitNorForLoss() {
        var portfolio = funded.deposit("EUR", Money.of("100"), 2);
        assertThat(portfolio.equity()).isEqualTo(Money.of("1125"));
        assertThat(portfolio.dailyLoss()).isEqualTo(Money.ZERO);
        assertThat(portfolio.drawdown()).isEqualTo(Money.ZERO);
    }

    @Test
    void losesWithACurrencyThatFalls() {
        var portfolio = funded.deposit("EUR", Money.of("100"), 2).mark(EUR_USD, Price.of("1.2"), 3);
        assertThat(portfolio.dailyLoss()).isEqualTo(Money.of("5"));
        assertThat(portfolio.drawdown()).isEqualTo(Money.of("5"));
    }

    @Test
    void countsACurrencyOnceItsRateIsKnown() {
        var unknown = PortfolioHistory.start(Positions.NETTING, Costs.AVERAGE).deposit("EUR", Money.of("100"), 1);
        assertThat(unknown.equity()).isEqualTo(Money.ZERO);
        assertThat(unknown.balance("EUR").isConvertible()).isFalse();
        var known = unknown.mark(EUR_USD, Price.of("1.1"), 2);
        assertThat(known.equity()).isEqualTo(Money.of("110"));
        assertThat(known.peakEquity()).isEqualTo(Money.of("110"));
        assertThat(known.dailyLoss()).isEqualTo(Money.ZERO);
    }

    @Test
    void listsWhatItHasOfEachCurrency() {
        var point = funded.apply(buy(DAX, "EUR", "2", "100", "0"))
                .mark(DAX, Price.of("110"), 2)
                .equityPoint(2, Margin.NONE);
        assertThat(point.balances())
                .extracting(CurrencyBalance::currency, CurrencyBalance::cash, CurrencyBalance::value)
                .containsExactly(
                        tuple("USD", Money.of("1000"), Money.ZERO),
                        tuple("EUR", Money.of("-200"), Money.of("220")),
                        tuple("JPY", Money.ZERO, Money.ZERO));
        assertThat(point.currency()).isEqualTo("USD");
    }

    private static ExecutionReport buy(
            InstrumentId instrument, String currency, String quantity, String price, String fee) {
        return Fills.in(
                currency, Fills.fill(instrument, Side.BUY, Quantity.of(quantity), Price.of(price), Money.of(fee), 2));
    }
}
