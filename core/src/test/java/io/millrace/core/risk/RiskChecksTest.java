package io.millrace.core.risk;

import static io.millrace.core.risk.Orders.BTC;
import static io.millrace.core.risk.Orders.LTC;
import static io.millrace.core.risk.Orders.NOW;
import static io.millrace.core.risk.Orders.WIDE;
import static io.millrace.core.risk.Orders.order;
import static io.millrace.core.risk.RiskCode.CURRENCY_DIFFERS;
import static io.millrace.core.risk.RiskCode.DAILY_LOSS_REACHED;
import static io.millrace.core.risk.RiskCode.DRAWDOWN_REACHED;
import static io.millrace.core.risk.RiskCode.GROSS_EXPOSURE_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.LEVERAGE_TOO_HIGH;
import static io.millrace.core.risk.RiskCode.NO_POLICY;
import static io.millrace.core.risk.RiskCode.ORDER_NOTIONAL_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.ORDER_RATE_TOO_HIGH;
import static io.millrace.core.risk.RiskCode.POSITION_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.PRICE_NOT_POSITIVE;
import static io.millrace.core.risk.RiskCode.PRICE_OFF_TICK;
import static io.millrace.core.risk.RiskCode.PRICE_STALE;
import static io.millrace.core.risk.RiskCode.QUANTITY_OFF_LOT;
import static io.millrace.core.risk.RiskCode.QUANTITY_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.QUANTITY_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.REDUCE_ONLY_WOULD_INCREASE;
import static io.millrace.core.risk.RiskCode.REDUCING_ONLY;
import static io.millrace.core.risk.RiskCode.TRADING_HALTED;
import static io.millrace.core.risk.RiskCode.UNKNOWN_ACCOUNT;
import static io.millrace.core.risk.RiskCode.UNKNOWN_INSTRUMENT;
import static io.millrace.core.risk.RiskCode.UNKNOWN_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.order.Side;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What each check lets pass and what it objects to: at the limit it passes, one unit above it does not. */
class RiskChecksTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void rejectsOrderOfUnknownAccount() {
        var order = order();
        order.accountKnown = false;
        assertObjects(order, UNKNOWN_ACCOUNT, "alpha", "", "");
        assertThat(order.decide().objections()).hasSize(1);
    }

    @Test
    void rejectsOrderOnUnknownInstrument() {
        var order = order();
        order.instrumentKnown = false;
        assertObjects(order, UNKNOWN_INSTRUMENT, "BTC-USD.BITSTAMP", "", "");
        assertThat(order.decide().objections()).hasSize(1);
    }

    @Test
    void rejectsOrderWithoutPolicy() {
        var order = order();
        order.policyKnown = false;
        assertObjects(order, NO_POLICY, "house", "", "");
        assertThat(order.decide().objections()).hasSize(1);
    }

    @Test
    void rejectsCancelOfOrderThatIsNotOpen() {
        assertObjects(order().cancel("gone"), UNKNOWN_ORDER, "gone", "", "");
        assertPasses(order().opened("o1", BTC, Side.BUY, "1").cancel("o1"), UNKNOWN_ORDER, "o1", "", "");
    }

    @Test
    void rejectsCancelOnAnotherInstrumentThanTheOrders() {
        assertObjects(order().opened("o1", LTC, Side.BUY, "1").cancel("o1"), UNKNOWN_ORDER, "o1", "", "");
    }

    @Test
    void rejectsCancelThatNamesNoOrder() {
        assertObjects(order().cancel(null), UNKNOWN_ORDER, "", "", "");
    }

    @Test
    void rejectsInstrumentInAnotherCurrency() {
        var order = order();
        order.currency = "EUR";
        assertObjects(order, CURRENCY_DIFFERS, "EUR", "USD", "");
    }

    @Test
    void rejectsLimitPriceThatIsNotPositive() {
        assertPasses(order().at("0.01"), PRICE_NOT_POSITIVE, "0.01", "0", "USD");
        assertObjects(order().at("0"), PRICE_NOT_POSITIVE, "0", "0", "USD");
        assertObjects(order().at("-5"), PRICE_NOT_POSITIVE, "-5", "0", "USD");
    }

    @Test
    void rejectsLimitOrderWithoutPrice() {
        var order = order().at("1000");
        order.limitPrice = null;
        assertObjects(order, PRICE_NOT_POSITIVE, "", "0", "USD");
    }

    @Test
    void rejectsPriceOffTick() {
        assertPasses(order().at("999.99"), PRICE_OFF_TICK, "999.99", "0.01", "USD");
        assertObjects(order().at("999.995"), PRICE_OFF_TICK, "999.995", "0.01", "USD");
    }

    @Test
    void rejectsQuantityOffLot() {
        assertPasses(order().buy("1.001"), QUANTITY_OFF_LOT, "1.001", "0.001", "BTC");
        assertObjects(order().buy("1.0015"), QUANTITY_OFF_LOT, "1.0015", "0.001", "BTC");
    }

    @Test
    void rejectsQuantityBelowMinimum() {
        assertPasses(order().buy("0.01"), QUANTITY_TOO_SMALL, "0.01", "0.01", "BTC");
        assertObjects(order().buy("0.009"), QUANTITY_TOO_SMALL, "0.009", "0.01", "BTC");
        assertObjects(order().buy("-1"), QUANTITY_TOO_SMALL, "-1", "0.01", "BTC");
    }

    @Test
    void rejectsOrderWithoutTerms() {
        var order = order();
        order.withoutTerms = true;
        assertObjects(order, QUANTITY_TOO_SMALL, "", "0.01", "BTC");
    }

    @Test
    void rejectsQuantityAboveMaximum() {
        assertPasses(order().buy("500"), QUANTITY_TOO_LARGE, "500", "500", "BTC");
        assertObjects(order().buy("500.001"), QUANTITY_TOO_LARGE, "500.001", "500", "BTC");
    }

    @Test
    void rejectsEveryOrderWhenHaltedAndLetsCancelsPass() {
        var halted = order().mode(TradingMode.HALTED).holding(BTC, Side.BUY, "5", "1000");
        assertObjects(halted.sell("1"), TRADING_HALTED, "HALTED", "", "");
        assertThat(halted.opened("o1", BTC, Side.BUY, "1").cancel("o1").decide().approved())
                .isTrue();
    }

    @Test
    void theMostRestrictingModeIsInForceAndTheDecisionNamesWhoSetIt() {
        assertThat(order().global(TradingMode.HALTED).check(TRADING_HALTED).actual())
                .isEqualTo("HALTED by global");
        assertObjects(order().commanded(TradingMode.HALTED), TRADING_HALTED, "HALTED by command", "", "");
        assertPasses(order().global(TradingMode.AGGRESSIVE), TRADING_HALTED, "NORMAL", "", "");
        assertObjects(order().mode(TradingMode.HALTED).global(TradingMode.REDUCING), TRADING_HALTED, "HALTED", "", "");
        var cooling = new Lock("cooldown", BTC, TradingMode.HALTED, NOW, NOW + 1);
        assertObjects(order().locked(cooling), TRADING_HALTED, "HALTED by cooldown BTC-USD.BITSTAMP", "", "");
        assertThat(order().locked(cooling).decide().mode()).isEqualTo(TradingMode.HALTED);
    }

    @Test
    void aLockHoldsOnItsInstrumentAndForItsTimeOnly() {
        var elsewhere = new Lock("cooldown", LTC, TradingMode.HALTED, NOW, NOW + 1);
        var over = new Lock("cooldown", BTC, TradingMode.HALTED, NOW - 5, NOW);
        var later = new Lock("cooldown", null, TradingMode.HALTED, NOW + 1, NOW + 5);
        assertThat(order().locked(elsewhere, over, later).decide().approved()).isTrue();
        var account = new Lock("stop-loss guard", null, TradingMode.REDUCING, NOW, NOW + 1);
        assertThat(order().locked(elsewhere, account).decide().mode()).isEqualTo(TradingMode.REDUCING);
    }

    @Test
    void takesOnlyReducingOrdersWhenReducing() {
        var long5 = order().mode(TradingMode.REDUCING).holding(BTC, Side.BUY, "5", "1000");
        assertPasses(long5.sell("5"), REDUCING_ONLY, "5", "5", "BTC");
        assertObjects(long5.sell("5.001"), REDUCING_ONLY, "5.001", "5", "BTC");
        assertObjects(long5.buy("0.01"), REDUCING_ONLY, "0.01", "0", "BTC");
        assertObjects(order().mode(TradingMode.REDUCING).buy("0.01"), REDUCING_ONLY, "0.01", "0", "BTC");
    }

    @Test
    void countsOpenOrdersOfTheSameSideWhenReducing() {
        var closing = order().mode(TradingMode.REDUCING)
                .holding(BTC, Side.SELL, "5", "1000")
                .opened("o1", BTC, Side.BUY, "3");
        assertPasses(closing.buy("2"), REDUCING_ONLY, "5", "5", "BTC");
        assertObjects(closing.buy("2.001"), REDUCING_ONLY, "5.001", "5", "BTC");
    }

    @Test
    void rejectsReduceOnlyOrderThatWouldIncrease() {
        var short2 = order().holding(BTC, Side.SELL, "2", "1000").reduceOnly();
        assertPasses(short2.buy("2"), REDUCE_ONLY_WOULD_INCREASE, "2", "2", "BTC");
        assertObjects(short2.buy("2.001"), REDUCE_ONLY_WOULD_INCREASE, "2.001", "2", "BTC");
        assertObjects(short2.sell("0.01"), REDUCE_ONLY_WOULD_INCREASE, "0.01", "0", "BTC");
    }

    @Test
    void rejectsOrderAboveNotionalLimit() {
        var limits = wide().maxOrderNotional("2000");
        assertPasses(order().limits(limits).buy("2"), ORDER_NOTIONAL_TOO_LARGE, "2000", "2000", "USD");
        assertObjects(
                order().limits(limits).mark("1000.00000001").buy("2"),
                ORDER_NOTIONAL_TOO_LARGE,
                "2000.00000002",
                "2000",
                "USD");
    }

    @Test
    void valuesLimitOrderToBuyAtItsLimitAndToSellAtTheHigherOfLimitAndMark() {
        assertThat(order().buy("2").at("900").check(ORDER_NOTIONAL_TOO_LARGE).actual())
                .isEqualTo("1800");
        assertThat(order().buy("2").at("1100").check(ORDER_NOTIONAL_TOO_LARGE).actual())
                .isEqualTo("2200");
        assertThat(order().sell("2").at("900").check(ORDER_NOTIONAL_TOO_LARGE).actual())
                .isEqualTo("2000");
        assertThat(order().sell("2").at("1100").check(ORDER_NOTIONAL_TOO_LARGE).actual())
                .isEqualTo("2200");
    }

    @Test
    void objectsToNotionalBeyondALongInsteadOfThrowing() {
        var order = order().buy("90000000000").at("90000000000");
        assertObjects(order, ORDER_NOTIONAL_TOO_LARGE, "8100000000000000000000", "1000000", "USD");
        assertObjects(order, POSITION_TOO_LARGE, "90000000000000", "1000000", "USD");
        assertThat(order.check(GROSS_EXPOSURE_TOO_LARGE).passed()).isFalse();
        assertThat(order.check(LEVERAGE_TOO_HIGH).passed()).isFalse();
    }

    @Test
    void objectsToPositionThatNoLongCanCount() {
        var order = order().mark("0.00000001")
                .opened("o1", BTC, Side.BUY, "90000000000")
                .buy("90000000000");
        assertThat(order.check(POSITION_TOO_LARGE).passed()).isFalse();
        assertThat(order().mark("0.00000001")
                        .buy("90000000000")
                        .check(POSITION_TOO_LARGE)
                        .passed())
                .isTrue();
    }

    @Test
    void rejectsPositionAboveLimitWithOpenOrdersOfItsSideFilled() {
        var order = order().limits(wide().maxPosition("8000"))
                .holding(BTC, Side.BUY, "2", "1000")
                .opened("o1", BTC, Side.BUY, "1")
                .opened("o2", BTC, Side.SELL, "2");
        assertPasses(order.buy("5"), POSITION_TOO_LARGE, "8000", "8000", "USD");
        assertObjects(order.buy("5.001"), POSITION_TOO_LARGE, "8001", "8000", "USD");
        assertPasses(order.sell("8"), POSITION_TOO_LARGE, "8000", "8000", "USD");
        assertObjects(order.sell("8.001"), POSITION_TOO_LARGE, "8001", "8000", "USD");
    }

    @Test
    void letsReducingOrderPassWhateverSizeItLeaves() {
        var order = order().limits(wide().maxPosition("1").maxGross("1").maxLeverage(1))
                .holding(BTC, Side.BUY, "9", "1000")
                .sell("1");
        assertPasses(order, POSITION_TOO_LARGE, "8000", "1", "USD");
        assertPasses(order, GROSS_EXPOSURE_TOO_LARGE, "9000", "1", "USD");
        assertPasses(order, LEVERAGE_TOO_HIGH, "9000", "1", "bps");
        assertThat(order.decide().approved()).isTrue();
    }

    @Test
    void rejectsGrossExposureAboveLimitOverAllInstrumentsWithOpenOrdersFilled() {
        var order = order().limits(wide().maxGross("9000"))
                .holding(LTC, Side.SELL, "100", "20")
                .opened("o1", LTC, Side.SELL, "50")
                .opened("o2", LTC, Side.BUY, "10")
                .holding(BTC, Side.BUY, "2", "900");
        assertPasses(order.buy("4"), GROSS_EXPOSURE_TOO_LARGE, "9000", "9000", "USD");
        assertObjects(order.buy("4.001"), GROSS_EXPOSURE_TOO_LARGE, "9001", "9000", "USD");
    }

    @Test
    void rejectsLeverageAboveLimit() {
        var order = order().limits(wide().maxLeverage(20_000));
        assertPasses(order.buy("20"), LEVERAGE_TOO_HIGH, "20000", "20000", "bps");
        assertObjects(order.buy("20.001"), LEVERAGE_TOO_HIGH, "20001", "20000", "bps");
    }

    @Test
    void rejectsAnyLeverageWithoutEquity() {
        var broke = order().deposit("0");
        assertObjects(broke.buy("0.01"), LEVERAGE_TOO_HIGH, "", "100000", "bps");
    }

    @Test
    void rejectsOrderBeyondDailyLossUnlessItReduces() {
        var order = order().limits(wide().maxDailyLoss("500")).holding(BTC, Side.BUY, "5", "1000");
        assertPasses(order.marked(BTC, "900", NOW).buy("1"), DAILY_LOSS_REACHED, "500", "500", "USD");
        assertObjects(
                order.marked(BTC, "899.99999999", NOW).buy("1"), DAILY_LOSS_REACHED, "500.00000005", "500", "USD");
        assertPasses(order.sell("5"), DAILY_LOSS_REACHED, "500.00000005", "500", "USD");
        assertObjects(order.sell("5.001"), DAILY_LOSS_REACHED, "500.00000005", "500", "USD");
    }

    @Test
    void countsDailyLossFromTheStartOfTheUtcDay() {
        var order = order();
        order.account = RiskAccount.empty("alpha");
        order.happensAt = NOW - 4 * 3600 * SECOND;
        order.deposit("10000").holding(BTC, Side.BUY, "5", "1000").marked(BTC, "900", NOW - 2 * 3600 * SECOND);
        assertThat(order.check(DAILY_LOSS_REACHED).actual()).isEqualTo("0");
        assertThat(order.marked(BTC, "880", NOW - 1).check(DAILY_LOSS_REACHED).actual())
                .isEqualTo("100");
    }

    @Test
    void rejectsOrderBeyondDrawdownUnlessItReduces() {
        var order = order().limits(wide().maxDrawdown(1000)).holding(BTC, Side.BUY, "5", "1000");
        order.marked(BTC, "1400", NOW).marked(BTC, "1160", NOW);
        assertPasses(order.buy("1"), DRAWDOWN_REACHED, "1000", "1000", "bps");
        assertObjects(
                order.marked(BTC, "1159.99999999", NOW).buy("1"), DRAWDOWN_REACHED, "1000.00000005", "1000", "bps");
        assertPasses(order.sell("5"), DRAWDOWN_REACHED, "1000.00000005", "1000", "bps");
    }

    @Test
    void rejectsMoreOrdersThanThePaceAllows() {
        var limits = wide().maxOrders(3);
        assertPasses(
                order().limits(limits).approvedAt(NOW - 60 * SECOND, NOW - 60 * SECOND + 1, NOW),
                ORDER_RATE_TOO_HIGH,
                "3",
                "3",
                "orders/min");
        assertObjects(
                order().limits(limits).approvedAt(NOW - 60 * SECOND + 1, NOW - 1, NOW),
                ORDER_RATE_TOO_HIGH,
                "4",
                "3",
                "orders/min");
    }

    @Test
    void rejectsOrderUponStalePrice() {
        var order = order().limits(wide().maxAge(Duration.ofMillis(1500)));
        order.markTime = NOW - 1_500_000_000L;
        assertPasses(order, PRICE_STALE, "1500", "1500", "ms");
        order.markTime = NOW - 1_500_000_001L;
        assertObjects(order, PRICE_STALE, "1500.000001", "1500", "ms");
    }

    @Test
    void rejectsOrderWithoutAnyPrice() {
        var order = order().mark(null);
        assertObjects(order, PRICE_STALE, "", "60000", "ms");
        assertThat(order.decide().objections()).hasSize(1);
        assertThat(order.decide().mark()).isNull();
        assertThat(order.decide().markTimeNanos()).isZero();
    }

    private static LimitsOf wide() {
        return new LimitsOf(WIDE);
    }

    private static void assertPasses(Orders order, RiskCode code, String actual, String limit, String unit) {
        assertThat(order.check(code)).isEqualTo(new CheckResult(code, true, actual, limit, unit));
    }

    private static void assertObjects(Orders order, RiskCode code, String actual, String limit, String unit) {
        assertThat(order.check(code)).isEqualTo(new CheckResult(code, false, actual, limit, unit));
        assertThat(order.decide().approved()).isFalse();
    }
}
