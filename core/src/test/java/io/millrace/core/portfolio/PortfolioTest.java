package io.millrace.core.portfolio;

import static io.millrace.core.portfolio.Fills.BTC;
import static io.millrace.core.portfolio.Fills.LTC;
import static io.millrace.core.portfolio.Fills.buy;
import static io.millrace.core.portfolio.Fills.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Side;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    private static final long DAY = 86_400_000_000_000L;

    private final Portfolio funded = Portfolio.empty("alpha").deposit(Money.of("1000"), 1);

    @Test
    void paysForWhatItBuysAndTheFee() {
        var portfolio = funded.apply(buy("2", "100", "0.4"));
        assertThat(portfolio.cash()).isEqualTo(Money.of("799.6"));
        assertThat(portfolio.equity()).isEqualTo(Money.of("999.6"));
        assertThat(portfolio.fees()).isEqualTo(Money.of("0.4"));
        assertThat(portfolio.unrealisedProfit()).isEqualTo(Money.ZERO);
    }

    @Test
    void valuesPositionsAtTheirMarks() {
        var portfolio = funded.apply(buy("2", "100", "0")).mark(BTC, Price.of("110"), 2);
        assertThat(portfolio.unrealisedProfit()).isEqualTo(Money.of("20"));
        assertThat(portfolio.equity()).isEqualTo(Money.of("1020"));
        assertThat(portfolio.equityPoint(2, Margin.NONE))
                .usingRecursiveComparison()
                .comparingOnlyFields(
                        "deposits", "cash", "realisedProfit", "unrealisedProfit", "fees", "equity", "eventTimeNanos")
                .isEqualTo(new EquityPoint(
                        "alpha",
                        2,
                        Money.of("1000"),
                        Money.of("800"),
                        Money.ZERO,
                        Money.of("20"),
                        Money.ZERO,
                        Money.of("1020")));
    }

    @Test
    void valuesShortPositionsAgainstTheAccount() {
        var portfolio = funded.apply(sell("2", "100", "0")).mark(BTC, Price.of("110"), 2);
        assertThat(portfolio.cash()).isEqualTo(Money.of("1200"));
        assertThat(portfolio.unrealisedProfit()).isEqualTo(Money.of("-20"));
        assertThat(portfolio.equity()).isEqualTo(Money.of("980"));
    }

    @Test
    void ignoresAMarkOlderThanTheOneItHas() {
        var portfolio = funded.apply(buy("2", "100", "0")).mark(BTC, Price.of("110"), 5);
        assertThat(portfolio.mark(BTC, Price.of("90"), 4)).isEqualTo(portfolio);
    }

    @Test
    void changesNothingUponAReportThatIsNoFill() {
        var accepted = Fills.report(
                ExecutionType.ACCEPTED, BTC, Side.BUY, Quantity.of("1"), Quantity.ZERO, null, Money.ZERO, 1, "o1", 1);
        assertThat(funded.apply(accepted)).isEqualTo(funded);
    }

    @Test
    void keepsPositionsInTheOrderOfTheirInstruments() {
        var portfolio = funded.apply(Fills.fill(LTC, Side.BUY, Quantity.of("1"), Price.of("10"), Money.ZERO, 1))
                .apply(buy("1", "100", "0"))
                .apply(buy("1", "100", "0"));
        assertThat(portfolio.positions()).extracting(Position::instrument).containsExactly(BTC, LTC);
        assertThat(portfolio.marks()).extracting(Mark::instrument).containsExactly(BTC, LTC);
    }

    @Test
    void startsADayWithTheEquityThatTheDayBeforeEndedWith() {
        var portfolio = funded.apply(buy("2", "100", "0"))
                .mark(BTC, Price.of("90"), DAY - 1)
                .mark(BTC, Price.of("85"), DAY);
        assertThat(portfolio.dayStartEquity()).isEqualTo(Money.of("980"));
        assertThat(portfolio.dailyLoss()).isEqualTo(Money.of("10"));
        assertThat(portfolio.at(2 * DAY).dailyLoss()).isEqualTo(Money.ZERO);
    }

    @Test
    void remembersItsHighestEquity() {
        var portfolio =
                funded.apply(buy("2", "100", "0")).mark(BTC, Price.of("150"), 2).mark(BTC, Price.of("120"), 3);
        assertThat(portfolio.peakEquity()).isEqualTo(Money.of("1100"));
        assertThat(portfolio.drawdown()).isEqualTo(Money.of("60"));
    }

    @Test
    void takesDepositsNeitherForProfitNorForLoss() {
        var portfolio = funded.apply(buy("2", "100", "0"))
                .mark(BTC, Price.of("90"), 2)
                .deposit(Money.of("-300"), 3)
                .deposit(Money.of("800"), 4);
        assertThat(portfolio.deposits()).isEqualTo(Money.of("1500"));
        assertThat(portfolio.dailyLoss()).isEqualTo(Money.of("20"));
        assertThat(portfolio.drawdown()).isEqualTo(Money.of("20"));
    }
}
