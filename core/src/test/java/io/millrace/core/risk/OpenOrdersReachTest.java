package io.millrace.core.risk;

import static io.millrace.core.risk.Orders.BTC;
import static io.millrace.core.risk.Orders.NOW;
import static io.millrace.core.risk.Orders.order;
import static io.millrace.core.risk.RiskCode.FREE_CASH_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.GROSS_EXPOSURE_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.NET_EXPOSURE_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.POSITION_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.REDUCE_ONLY_WOULD_INCREASE;
import static io.millrace.core.risk.RiskCode.REDUCING_ONLY;
import static io.millrace.core.risk.RiskCode.SHORT_NOT_ALLOWED;
import static io.millrace.core.risk.RiskCode.STRATEGY_BUDGET_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.Portfolio;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What risk takes for the position that open orders can lead to: in hedging accounts, of groups, of replaces. */
class OpenOrdersReachTest {
    private static final OrderLink EXITS = new OrderLink("g", "g", OrderLink.Rule.REDUCES);
    private static final OrderLink ONE_OF_TWO = new OrderLink("g", null, OrderLink.Rule.CANCELS);
    private static final OrderTerms STOP = stop("5", "900");
    private static final OrderTerms TARGET =
            OrderTerms.limit(Side.SELL, Quantity.of("5"), Price.of("1200")).reducing();

    @Test
    void bothSidesOfAHedgingAccountCount() {
        var order = hedging();
        order.safety.netExposure = Money.of("100000");
        assertCheck(order.buy("1"), GROSS_EXPOSURE_TOO_LARGE, true, "6000", "1000000");
        assertCheck(order, POSITION_TOO_LARGE, true, "4000", "1000000");
        assertCheck(order, NET_EXPOSURE_TOO_LARGE, true, "2000", "100000");
        assertCheck(order.sell("1"), GROSS_EXPOSURE_TOO_LARGE, true, "6000", "1000000");
        assertCheck(order, POSITION_TOO_LARGE, true, "3000", "1000000");
        assertCheck(order.reduceOnly(), GROSS_EXPOSURE_TOO_LARGE, true, "5000", "1000000");
    }

    @Test
    void anOrderOfAHedgingAccountReducesOnlyIfItSaysSo() {
        var order = hedging().mode(TradingMode.REDUCING);
        assertCheck(order.sell("1"), REDUCING_ONLY, false, "1", "0");
        assertCheck(order.reduceOnly(), REDUCING_ONLY, true, "1", "3");
    }

    @Test
    void aReducingOrderOfAHedgingAccountClosesTheOtherSideAtMost() {
        var order = hedging().opened("opens", BTC, Side.SELL, "7").opened("closes", "rsi", stop("1", "900"), null);
        order.reduceOnly();
        assertCheck(order.sell("2"), REDUCE_ONLY_WOULD_INCREASE, true, "3", "3");
        assertCheck(order.sell("2.001"), REDUCE_ONLY_WOULD_INCREASE, false, "3.001", "3");
        assertCheck(order.buy("2"), REDUCE_ONLY_WOULD_INCREASE, true, "2", "2");
        assertCheck(order.buy("2.001"), REDUCE_ONLY_WOULD_INCREASE, false, "2.001", "2");
    }

    @Test
    void aHedgingCashAccountSellsOnlyWhatItIsLong() {
        var order = hedging().cash();
        assertCheck(order.sell("1"), SHORT_NOT_ALLOWED, false, "1", "0");
        assertCheck(order.reduceOnly(), SHORT_NOT_ALLOWED, true, "1", "3");
    }

    @Test
    void aHedgingAccountsExitsAreThoseOfTheSideThatIsClosed() {
        var order = hedging().opened("closes", "rsi", stop("3", "900"), null);
        order.account = order.fill("closes", "rsi", Side.SELL, "3", "1100");
        assertThat(order.account.track().exits()).containsExactly(new Exit(BTC, order.happensAt, Money.of("300")));
        assertThat(order.account.track().strategies()).contains(new StrategyPosition("other", BTC, Quantity.of("-2")));
    }

    @Test
    void oneExitOfTwoIsReplaced() {
        var order = exits().holding(BTC, Side.BUY, "5", "1000").replace("stop");
        order.terms = stop("5", "950");
        assertCheck(order, REDUCE_ONLY_WOULD_INCREASE, true, "5", "5");
        assertThat(order.decide().approved()).isTrue();
        order.terms = stop("5.001", "950");
        assertCheck(order, REDUCE_ONLY_WOULD_INCREASE, false, "5.001", "5");
    }

    @Test
    void anExitIsReplacedBeforeItsEntryIsFilled() {
        var order = exits().opened("g", "rsi", OrderTerms.limit(Side.BUY, Quantity.of("5"), Price.of("1000")), null)
                .replace("stop");
        order.terms = stop("5", "950");
        assertThat(order.decide().approved()).isTrue();
    }

    @Test
    void oneOrderOfAnOcoIsReplaced() {
        var order = eitherOr().cash().replace("low");
        order.terms = OrderTerms.limit(Side.BUY, Quantity.of("5"), Price.of("1000"));
        assertCheck(order, FREE_CASH_TOO_SMALL, true, "5010", "10000");
        assertCheck(order, POSITION_TOO_LARGE, true, "5000", "1000000");
        order.terms = OrderTerms.limit(Side.BUY, Quantity.of("1"), Price.of("1000"));
        assertCheck(order, FREE_CASH_TOO_SMALL, true, "4408.8", "10000");
        assertCheck(order, POSITION_TOO_LARGE, true, "4000", "1000000");
    }

    @Test
    void ofAnOcoTheOneThatTakesTheMostIsHeld() {
        assertCheck(eitherOr().cash().at("1000").buy("5"), FREE_CASH_TOO_SMALL, true, "9418.8", "10000");
    }

    @Test
    void ofAnOcoTheLargerOneCountsForItsStrategysBudget() {
        var order = eitherOr();
        order.budget = Money.of("5000");
        assertCheck(order.buy("1"), STRATEGY_BUDGET_EXCEEDED, true, "5000", "5000");
        assertCheck(order.buy("1.001"), STRATEGY_BUDGET_EXCEEDED, false, "5001", "5000");
    }

    @Test
    void whatFollowsAnEntryIsWithinTheBudgetTogetherWithIt() {
        var order = order().buy("1").at("1000");
        order.budget = Money.of("2000");
        var more = OrderTerms.limit(Side.BUY, Quantity.of("1"), Price.of("1000"));
        assertThat(order.decide(Contingency.OTO, more).approved()).isTrue();
        assertThat(order.buy("1.001").decide(Contingency.OTO, more).objections())
                .extracting(CheckResult::code)
                .containsExactly(STRATEGY_BUDGET_EXCEEDED);
    }

    @Test
    void aStrategysBudgetIsFreeOnceAnybodyHasClosedThePosition() {
        var order = order().filled("rsi", Side.BUY, "2", "1000");
        order.budget = Money.of("2000");
        assertCheck(order.buy("1"), STRATEGY_BUDGET_EXCEEDED, false, "3000", "2000");
        order.filled("manual", Side.SELL, "2", "1000");
        assertCheck(order, STRATEGY_BUDGET_EXCEEDED, true, "1000", "2000");
        assertThat(order.account.track().strategies()).isEmpty();
    }

    /** Long 3 by one strategy and short 2 by another. */
    private static Orders hedging() {
        var account = new Account(
                "alpha",
                1,
                "USD",
                Money.of("10000"),
                "house",
                0,
                Account.Type.MARGIN,
                Account.Positions.HEDGING,
                Account.Costs.AVERAGE,
                new TreeMap<>(),
                "");
        var portfolio = Portfolio.empty("alpha").under(account).deposit(account.deposit(), NOW - 1);
        return order().with(portfolio).filled("rsi", Side.BUY, "3", "1000").filled("other", Side.SELL, "2", "1000");
    }

    /** Two exits of an entry "g". */
    private static Orders exits() {
        return order().opened("stop", "rsi", STOP, EXITS).opened("target", "rsi", TARGET, EXITS);
    }

    /** Buys 4, at 1000 or at 1100. */
    private static Orders eitherOr() {
        var low = OrderTerms.limit(Side.BUY, Quantity.of("4"), Price.of("1000"));
        return order().opened("low", "rsi", low, ONE_OF_TWO)
                .opened("high", "rsi", low.withPrices(Price.of("1100"), null), ONE_OF_TWO);
    }

    private static OrderTerms stop(String quantity, String trigger) {
        return OrderTerms.stopMarket(Side.SELL, Quantity.of(quantity), Price.of(trigger))
                .reducing();
    }

    private static void assertCheck(Orders order, RiskCode code, boolean passes, String actual, String limit) {
        var check = order.check(code);
        assertThat(check.passed() + " " + check.actual() + " of " + check.limit())
                .isEqualTo(passes + " " + actual + " of " + limit);
    }
}
