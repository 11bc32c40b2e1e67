package io.millrace.core.risk;

import static io.millrace.core.risk.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.Portfolio;
import io.millrace.core.sizing.Sizing;
import io.millrace.core.sizing.SizingKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** 10,000 USD, mark 1000, lots of 0.001. */
class SizedIntentTest {
    private static final Sizing TENTH = Sizing.of(SizingKind.PERCENT_OF_EQUITY, Map.of("fraction", 0.1234567));

    @Test
    void theDecisionShowsTheQuantityThatTheEquityMakes() {
        var decision = order().buy("5").sized(TENTH).decide();

        assertThat(decision.approved()).isTrue();
        assertThat(decision.intent().terms().quantity()).isEqualTo(Quantity.of("1.234"));
        assertThat(decision.order().terms().quantity()).isEqualTo(Quantity.of("1.234"));
        assertThat(decision.intent().sizing()).isEqualTo(TENTH);
    }

    @Test
    void theQuantityOfTheTermsIsTheMost() {
        assertThat(quantity(order().buy("0.5").sized(TENTH))).isEqualTo(Quantity.of("0.5"));
    }

    @Test
    void whatWasMeasuredCountsAtTheEquityOfTheDecision() {
        var risk = Sizing.of(SizingKind.ATR_RISK, Map.of("fraction", 0.01));
        // 10,000 × 0.01 / (2 × 40)
        assertThat(quantity(order().buy("5").sized(risk.measured(new TreeMap<>(Map.of("atr", 40.0))))))
                .isEqualTo(Quantity.of("1.25"));
    }

    @Test
    void nothingIsOrderedBeforeItIsMeasured() {
        var decision = order().buy("5")
                .sized(Sizing.of(SizingKind.ATR_RISK, Map.of("fraction", 0.01)))
                .decide();
        assertThat(decision.objections()).extracting(CheckResult::code).containsExactly(RiskCode.QUANTITY_TOO_SMALL);
        assertThat(decision.intent().terms().quantity()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aCloseSellsWhatTheStrategyHoldsHoweverMuchThatIs() {
        var decision = order().filled("rsi", Side.BUY, "3.5", "1000")
                .sell("1")
                .reduceOnly()
                .sized(Sizing.CLOSE)
                .decide();
        assertThat(decision.approved()).isTrue();
        assertThat(decision.intent().terms().quantity()).isEqualTo(Quantity.of("3.5"));
    }

    @Test
    void aCloseLeavesWhatOthersHoldAndTakesNoMoreThanTheAccountHas() {
        var ofOthers = order().filled("another", Side.BUY, "2", "1000");
        assertThat(quantity(ofOthers.sell("1").reduceOnly().sized(Sizing.CLOSE)))
                .isEqualTo(Quantity.ZERO);
        var sold = order().filled("rsi", Side.BUY, "3", "1000").filled("manual", Side.SELL, "2", "1000");
        assertThat(quantity(sold.sell("1").reduceOnly().sized(Sizing.CLOSE))).isEqualTo(Quantity.of("1"));
    }

    @Test
    void aCloseOfNothingIsRejected() {
        assertThat(order().sell("1").reduceOnly().sized(Sizing.CLOSE).decide().objections())
                .extracting(CheckResult::code)
                .contains(RiskCode.QUANTITY_TOO_SMALL);
    }

    @Test
    void anInstrumentThatNobodyKnowsIsNotSized() {
        var order = order().buy("5").sized(TENTH);
        order.instrumentKnown = false;
        assertThat(order.decide().objections()).extracting(CheckResult::code).contains(RiskCode.UNKNOWN_INSTRUMENT);
        assertThat(quantity(order)).isEqualTo(Quantity.of("5"));
    }

    @Test
    void anEquityInAnotherCurrencySizesToNothing() {
        var order = order().buy("5").sized(TENTH);
        order.currency = "EUR";
        assertThat(quantity(order)).isEqualTo(Quantity.ZERO);
    }

    @Test
    void anEquityInAnotherCurrencyCountsAtItsRate() {
        var order = order().buy("5").sized(TENTH);
        order.currency = "EUR";
        var rate = InstrumentId.of("EUR-USD.BITSTAMP");
        var portfolio =
                order.book().portfolio().converting("EUR", rate, false).mark(rate, Price.of("2"), Orders.NOW - 1);
        order.account = RiskAccount.of(new AccountBook(portfolio, List.of(), null));
        // 10,000 USD are 5,000 EUR
        assertThat(quantity(order)).isEqualTo(Quantity.of("0.617"));
    }

    @Test
    void aCloseInAHedgingAccountIsOfThePositionOnTheOtherSide() {
        var order = order();
        var hedging = new Account(
                "alpha",
                1,
                "USD",
                Money.of("10000"),
                "house",
                0,
                Account.Type.MARGIN,
                Account.Positions.HEDGING,
                Account.Costs.AVERAGE,
                Collections.emptySortedMap(),
                "",
                Collections.emptySortedMap());
        var portfolio = Portfolio.empty("alpha").under(hedging).deposit(Money.of("10000"), Orders.NOW - 1);
        order.account = RiskAccount.of(new AccountBook(portfolio, List.of(), null));
        order.filled("manual", Side.SELL, "2", "1000").filled("rsi", Side.BUY, "3.5", "1000");
        assertThat(quantity(order.sell("1").reduceOnly().sized(Sizing.CLOSE))).isEqualTo(Quantity.of("3.5"));
    }

    private static Quantity quantity(Orders order) {
        return order.decide().intent().terms().quantity();
    }
}
