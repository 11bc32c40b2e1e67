package io.millrace.core.risk;

import static io.millrace.core.risk.Orders.BTC;
import static io.millrace.core.risk.Orders.LTC;
import static io.millrace.core.risk.Orders.NOW;
import static io.millrace.core.risk.Orders.order;
import static io.millrace.core.risk.RiskCode.CANCEL_RATE_TOO_HIGH;
import static io.millrace.core.risk.RiskCode.CASH_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.CONCENTRATION_TOO_HIGH;
import static io.millrace.core.risk.RiskCode.DATA_DIRTY;
import static io.millrace.core.risk.RiskCode.DUPLICATE_INTENT;
import static io.millrace.core.risk.RiskCode.EXPIRY_IN_PAST;
import static io.millrace.core.risk.RiskCode.FREE_CASH_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.FREE_MARGIN_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.GROSS_EXPOSURE_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.GROUP_EXPOSURE_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.INSTRUMENT_HALTED;
import static io.millrace.core.risk.RiskCode.INSTRUMENT_NOTIONAL_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.MARGIN_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.NET_EXPOSURE_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.NOTIONAL_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.NOTIONAL_TOO_SMALL;
import static io.millrace.core.risk.RiskCode.NOT_WARMED_UP;
import static io.millrace.core.risk.RiskCode.ORDER_NOTIONAL_TOO_LARGE;
import static io.millrace.core.risk.RiskCode.OUTSIDE_SESSION;
import static io.millrace.core.risk.RiskCode.PRICE_OFF_TICK;
import static io.millrace.core.risk.RiskCode.PRICE_OUTSIDE_COLLAR;
import static io.millrace.core.risk.RiskCode.QUANTITY_OFF_LOT;
import static io.millrace.core.risk.RiskCode.SELF_TRADE;
import static io.millrace.core.risk.RiskCode.SHORT_NOT_ALLOWED;
import static io.millrace.core.risk.RiskCode.STRATEGY_BUDGET_EXCEEDED;
import static io.millrace.core.risk.RiskCode.TERMS_INVALID;
import static io.millrace.core.risk.RiskCode.TRADING_HALTED;
import static io.millrace.core.risk.RiskCode.UNKNOWN_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.Clock;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderState;
import io.millrace.core.market.FeeSchedule;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import io.millrace.core.portfolio.AccountBook;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks that are there when they are configured: what each lets pass, what it objects to, and its silence. */
class SafeguardChecksTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void saysNothingOfWhatIsNotConfigured() {
        for (var code : RiskCode.values()) {
            boolean always = RiskEngineTest.ALWAYS.contains(code);
            assertThat(order().isListed(code)).as("%s", code).isEqualTo(always);
        }
    }

    @Test
    void rejectsAnIntentWhoseOrderIsOpenAlready() {
        assertObjects(order().opened("intent-1", BTC, Side.BUY, "1"), DUPLICATE_INTENT, "intent-1", "", "");
    }

    @Test
    void rejectsNotionalBelowTheInstrumentsMinimum() {
        var order = order();
        order.market.minNotional = Money.of("50");
        assertPasses(order.buy("0.05"), NOTIONAL_TOO_SMALL, "50", "50", "USD");
        assertObjects(order.buy("0.049"), NOTIONAL_TOO_SMALL, "49", "50", "USD");
    }

    @Test
    void rejectsNotionalAboveTheInstrumentsMaximum() {
        var order = order();
        order.market.maxNotional = Money.of("5000");
        assertPasses(order.buy("5"), NOTIONAL_TOO_LARGE, "5000", "5000", "USD");
        assertObjects(order.buy("5.001"), NOTIONAL_TOO_LARGE, "5001", "5000", "USD");
    }

    @Test
    void rejectsTermsThatDescribeNoOrder() {
        var order = order();
        order.terms = new OrderTerms(
                Side.BUY, OrderType.STOP_MARKET, TimeInForce.GTC, Quantity.of("1"), Price.of("1000"), false);
        assertObjects(order, TERMS_INVALID, "LIMIT_PRICE_UNEXPECTED TRIGGER_PRICE_MISSING", "", "");
        order.terms = OrderTerms.stopMarket(Side.BUY, Quantity.of("1"), Price.of("1100"));
        assertThat(order.isListed(TERMS_INVALID)).isFalse();
    }

    @Test
    void rejectsAnExpiryThatIsNotInTheFuture() {
        var order = order();
        var terms = OrderTerms.limit(Side.BUY, Quantity.of("1"), Price.of("1000"));
        order.terms = terms.lasting(TimeInForce.GTD, NOW + 1);
        assertPasses(order, EXPIRY_IN_PAST, Long.toString(NOW + 1), Long.toString(NOW), "ns");
        order.terms = terms.lasting(TimeInForce.GTD, NOW);
        assertObjects(order, EXPIRY_IN_PAST, Long.toString(NOW), Long.toString(NOW), "ns");
    }

    @Test
    void rejectsOrdersOnAHaltedInstrumentAndLetsCancelsPass() {
        var order = order();
        order.market.halted = true;
        assertObjects(order, INSTRUMENT_HALTED, "BTC-USD.BITSTAMP", "", "");
        assertThat(order.opened("o1", BTC, Side.BUY, "1").cancel("o1").decide().approved())
                .isTrue();
    }

    @Test
    void rejectsOrdersOutsideTheInstrumentsSession() {
        var order = order();
        order.market.calendar = "24/7";
        assertPasses(order, OUTSIDE_SESSION, "24/7", "", "");
        order.market.calendar = "us-equities"; // NOW is one in the night there
        assertObjects(order, OUTSIDE_SESSION, "us-equities", "", "");
    }

    @Test
    void anAccountsOwnModeRestrictsIt() {
        var order = order();
        order.accountMode = "HALTED";
        assertObjects(order, TRADING_HALTED, "HALTED by account", "", "");
        order.accountMode = "AGGRESSIVE";
        assertPasses(order, TRADING_HALTED, "NORMAL", "", "");
    }

    @Test
    void rejectsAPositionAboveItsInstrumentsOwnLimit() {
        var order = order().opened("o1", BTC, Side.BUY, "1");
        order.safety.notionalOf.put(LTC, Money.of("1"));
        assertThat(order.isListed(INSTRUMENT_NOTIONAL_TOO_LARGE)).isFalse();
        order.safety.notionalOf.put(BTC, Money.of("3000"));
        assertPasses(order.buy("2"), INSTRUMENT_NOTIONAL_TOO_LARGE, "3000", "3000", "USD");
        assertObjects(order.buy("2.001"), INSTRUMENT_NOTIONAL_TOO_LARGE, "3001", "3000", "USD");
        assertPasses(
                order.holding(BTC, Side.BUY, "9", "1000").sell("1"),
                INSTRUMENT_NOTIONAL_TOO_LARGE,
                "8000",
                "3000",
                "USD");
    }

    @Test
    void rejectsNetExposureAboveLimitOnEitherSide() {
        var order = order().holding(LTC, Side.SELL, "100", "20");
        order.safety.netExposure = Money.of("3000");
        assertPasses(order.buy("5"), NET_EXPOSURE_TOO_LARGE, "3000", "3000", "USD");
        assertObjects(order.buy("5.001"), NET_EXPOSURE_TOO_LARGE, "3001", "3000", "USD");
        assertPasses(order.sell("1"), NET_EXPOSURE_TOO_LARGE, "3000", "3000", "USD");
        assertObjects(order.sell("1.001"), NET_EXPOSURE_TOO_LARGE, "3001", "3000", "USD");
        assertPasses(
                order.holding(BTC, Side.BUY, "9", "1000").sell("1"), NET_EXPOSURE_TOO_LARGE, "7000", "3000", "USD");
    }

    @Test
    void rejectsConcentrationInOneInstrument() {
        var order = order();
        order.safety.concentrationBps = 2_000L;
        assertPasses(order.buy("2"), CONCENTRATION_TOO_HIGH, "2000", "2000", "bps");
        assertObjects(order.buy("2.001"), CONCENTRATION_TOO_HIGH, "2001", "2000", "bps");
        assertObjects(order.deposit("0").buy("0.01"), CONCENTRATION_TOO_HIGH, "", "2000", "bps");
    }

    @Test
    void rejectsExposureOfAGroupAboveLimit() {
        var order = order().holding(LTC, Side.SELL, "100", "20");
        order.safety.groupExposure = Money.of("5000");
        assertThat(order.isListed(GROUP_EXPOSURE_TOO_LARGE)).isFalse();
        order.market.groups.put(BTC, "coins");
        assertPasses(order.buy("5"), GROUP_EXPOSURE_TOO_LARGE, "5000", "5000", "USD");
        order.market.groups.put(LTC, "coins");
        assertPasses(order.buy("3"), GROUP_EXPOSURE_TOO_LARGE, "5000", "5000", "USD");
        assertObjects(order.buy("3.001"), GROUP_EXPOSURE_TOO_LARGE, "5001", "5000", "USD");
    }

    @Test
    void aCashAccountPaysTheOrderAndItsFeeFromItsCash() {
        // Fee 0.2 %.
        var order = order().cash().at("998");
        assertPasses(order.buy("10"), CASH_TOO_SMALL, "9999.96", "10000", "USD");
        assertObjects(order.buy("10.001"), CASH_TOO_SMALL, "10000.959996", "10000", "USD");
    }

    @Test
    void aCashAccountPaysTheFeeOfItsSchedule() {
        var order = order().cash().at("100");
        order.market.fees = new FeeSchedule(Money.of("0.01"), Money.of("1.5"), List.of());
        assertPasses(order.buy("10"), CASH_TOO_SMALL, "1001.5", "10000", "USD");
        order.market.fees = new FeeSchedule(Money.of("0.2"), Money.of("1.5"), List.of());
        assertPasses(order.buy("10"), CASH_TOO_SMALL, "1002", "10000", "USD");
        var tier = new FeeSchedule.Tier(Money.ZERO, 30, 10);
        order.market.fees = new FeeSchedule(Money.ZERO, Money.ZERO, List.of(tier));
        assertPasses(order.buy("10"), CASH_TOO_SMALL, "1003", "10000", "USD");
    }

    @Test
    void whatOpenOrdersHoldIsNotSpentTwice() {
        var order = order().cash().at("1000");
        order.opened("o1", "other", BTC, OrderTerms.limit(Side.BUY, Quantity.of("4"), Price.of("1000")), "1000");
        order.opened("o2", "other", LTC, OrderTerms.limit(Side.BUY, Quantity.of("10"), Price.of("90")), "90");
        // 4008 and 901.8 are held.
        assertPasses(order.buy("5"), FREE_CASH_TOO_SMALL, "9919.8", "10000", "USD");
        assertPasses(order.buy("5.08"), FREE_CASH_TOO_SMALL, "9999.96", "10000", "USD");
        assertObjects(order.buy("5.081"), FREE_CASH_TOO_SMALL, "10000.962", "10000", "USD");
        assertPasses(order, CASH_TOO_SMALL, "5091.162", "10000", "USD");
    }

    @Test
    void holdsMoreThanTheMarkForAnOrderWithoutALimit() {
        var order = order().cash();
        order.safety.reserveBps = 500;
        assertPasses(order.buy("1"), CASH_TOO_SMALL, "1052.1", "10000", "USD");
        order.terms = OrderTerms.stopMarket(Side.BUY, Quantity.of("1"), Price.of("1200"));
        assertPasses(order, CASH_TOO_SMALL, "1262.52", "10000", "USD");
    }

    @Test
    void aReplaceReleasesWhatTheOrderHeld() {
        var order = order().cash()
                .at("1000")
                .opened("o1", "rsi", BTC, OrderTerms.limit(Side.BUY, Quantity.of("9"), Price.of("1000")), "1000");
        assertObjects(order.buy("9.5"), FREE_CASH_TOO_SMALL, "18537", "10000", "USD");
        assertPasses(order.replace("o1"), FREE_CASH_TOO_SMALL, "9519", "10000", "USD");
        assertPasses(order, GROSS_EXPOSURE_TOO_LARGE, "9500", "1000000", "USD");
        assertThat(order.decide().approved()).isTrue();
        assertObjects(order.replace("gone"), UNKNOWN_ORDER, "gone", "", "");
    }

    @Test
    void aCashAccountSellsWhatItHas() {
        var order = order().cash().holding(BTC, Side.BUY, "2", "1000").opened("o1", BTC, Side.SELL, "0.5");
        assertPasses(order.sell("1.5"), SHORT_NOT_ALLOWED, "2", "2", "BTC");
        assertObjects(order.sell("1.501"), SHORT_NOT_ALLOWED, "2.001", "2", "BTC");
        assertObjects(order().cash().sell("0.01"), SHORT_NOT_ALLOWED, "0.01", "0", "BTC");
        assertThat(order.buy("1").isListed(SHORT_NOT_ALLOWED)).isFalse();
    }

    @Test
    void equityCoversTheMarginOfTheOrder() {
        var order = order();
        order.market.marginBps = 2_000;
        // 20 % and 0.2 % fee.
        assertPasses(order.buy("49.5"), MARGIN_TOO_SMALL, "9999", "10000", "USD");
        assertObjects(order.buy("49.51"), MARGIN_TOO_SMALL, "10001.02", "10000", "USD");
        assertThat(order.cash().isListed(MARGIN_TOO_SMALL)).isFalse();
    }

    @Test
    void equityCoversTheMarginOfEverythingTogether() {
        var order = order().holding(LTC, Side.SELL, "100", "200").opened("o1", BTC, Side.BUY, "10");
        order.market.marginBps = 2_000;
        assertPasses(order.buy("20"), FREE_MARGIN_TOO_SMALL, "10000", "10000", "USD");
        assertObjects(order.buy("20.001"), FREE_MARGIN_TOO_SMALL, "10000.2", "10000", "USD");
    }

    @Test
    void aStrategyStaysWithinItsBudgetWhateverOthersHold() {
        var order = order().holding(BTC, Side.BUY, "3", "1000"); // by nobody's strategy
        order.budget = Money.of("2000");
        order.opened("o1", "rsi", BTC, OrderTerms.market(Side.BUY, Quantity.of("0.5")), null);
        order.opened("o2", "other", BTC, OrderTerms.market(Side.BUY, Quantity.of("5")), null);
        assertPasses(order.buy("1.5"), STRATEGY_BUDGET_EXCEEDED, "2000", "2000", "USD");
        assertObjects(order.buy("1.501"), STRATEGY_BUDGET_EXCEEDED, "2001", "2000", "USD");
        order.account = order.account.with(new TrackRecord(
                List.of(new StrategyPosition("rsi", BTC, Quantity.of("1"))), List.of(), List.of(), List.of(), null));
        assertPasses(order.buy("0.5"), STRATEGY_BUDGET_EXCEEDED, "2000", "2000", "USD");
        assertPasses(order.sell("3"), STRATEGY_BUDGET_EXCEEDED, "2000", "2000", "USD");
    }

    @Test
    void rejectsMoreCancelsOfAStrategyThanThePaceAllows() {
        var order = order().opened("o1", BTC, Side.BUY, "1").cancel("o1");
        order.safety.cancels = 2;
        assertPasses(order.canceledAt(NOW - 60 * SECOND, NOW - 1), CANCEL_RATE_TOO_HIGH, "2", "2", "cancels/min");
        assertObjects(order.canceledAt(NOW - 2, NOW - 1), CANCEL_RATE_TOO_HIGH, "3", "2", "cancels/min");
        order.strategyId = OrderIntent.MANUAL;
        assertPasses(order, CANCEL_RATE_TOO_HIGH, "3", "2", "cancels/min");
        assertThat(order.decide().approved()).isTrue();
    }

    @Test
    void rejectsALimitPriceOutsideItsCollarAroundTheMark() {
        var order = order();
        order.safety.collarBps = 100L;
        assertPasses(order.buy("1").at("1010"), PRICE_OUTSIDE_COLLAR, "100", "100", "bps");
        assertObjects(order.buy("1").at("1010.01"), PRICE_OUTSIDE_COLLAR, "100.1", "100", "bps");
        assertObjects(order.buy("1").at("989.99"), PRICE_OUTSIDE_COLLAR, "100.1", "100", "bps");
        order.terms = OrderTerms.stopLimit(Side.BUY, Quantity.of("1"), Price.of("2000"), Price.of("2020"));
        assertPasses(order, PRICE_OUTSIDE_COLLAR, "100", "100", "bps");
        order.terms = OrderTerms.market(Side.BUY, Quantity.of("1"));
        assertThat(order.isListed(PRICE_OUTSIDE_COLLAR)).isFalse();
    }

    @Test
    void aTriggerThatTheMarkHasReachedDoesNotMoveTheCollar() {
        var order = order();
        order.safety.collarBps = 100L;
        order.terms = OrderTerms.limitIfTouched(Side.BUY, Quantity.of("1"), Price.of("2000"), Price.of("2000"));
        assertObjects(order, PRICE_OUTSIDE_COLLAR, "10000", "100", "bps");
        order.terms = OrderTerms.limitIfTouched(Side.SELL, Quantity.of("1"), Price.of("500"), Price.of("500"));
        assertObjects(order, PRICE_OUTSIDE_COLLAR, "5000", "100", "bps");
        order.terms = OrderTerms.limitIfTouched(Side.BUY, Quantity.of("1"), Price.of("500"), Price.of("505"));
        assertPasses(order, PRICE_OUTSIDE_COLLAR, "100", "100", "bps");
        order.terms = OrderTerms.stopLimit(Side.SELL, Quantity.of("1"), Price.of("2000"), Price.of("1010"));
        assertPasses(order, PRICE_OUTSIDE_COLLAR, "100", "100", "bps");
    }

    @Test
    void valuesAStopAtItsTriggerAndATrailingStopAtItsFarthest() {
        var order = order();
        order.terms = OrderTerms.stopMarket(Side.BUY, Quantity.of("2"), Price.of("1200"));
        assertPasses(order, ORDER_NOTIONAL_TOO_LARGE, "2400", "1000000", "USD");
        order.terms = OrderTerms.trailingStop(
                Side.BUY, Quantity.of("1"), Trailing.by(Price.of("50")).withLimit(Price.of("5")));
        assertPasses(order, ORDER_NOTIONAL_TOO_LARGE, "1055", "1000000", "USD");
        order.terms = OrderTerms.trailingStop(Side.SELL, Quantity.of("1"), Trailing.by(Price.of("50")));
        assertPasses(order, ORDER_NOTIONAL_TOO_LARGE, "1000", "1000000", "USD");
    }

    @Test
    void holdsWhatATrailingStopMayCost() {
        var order = order().cash();
        order.terms = OrderTerms.trailingStop(Side.BUY, Quantity.of("1"), Trailing.byBps(1_000));
        assertPasses(order, CASH_TOO_SMALL, "1102.2", "10000", "USD");
        var approved = order.decide().order();
        order.account = order.account.with(order.book().open(approved, Price.of("1000")));
        order.terms = null;
        assertPasses(order.at("1000").buy("1"), FREE_CASH_TOO_SMALL, "2104.2", "10000", "USD");
    }

    @Test
    void holdsWhatAnOrderMayCostWhileItsHigherTriggerIsAskedFor() {
        var order = order().cash();
        var stop = OrderTerms.stopMarket(Side.BUY, Quantity.of("1"), Price.of("1200"));
        order.opened("o1", "rsi", BTC, stop, "1200").replace("o1");
        order.terms = stop.withPrices(null, Price.of("2000"));
        var replace = order.decide().order();
        order.account = order.account.with(order.book().asked(replace, Price.of("1000")));
        order.action = Action.SUBMIT;
        order.terms = null;
        assertPasses(order.at("1000").buy("1"), FREE_CASH_TOO_SMALL, "3006", "10000", "USD");
    }

    @Test
    void rejectsEveryPriceThatIsOffTick() {
        var order = order();
        order.terms = OrderTerms.stopMarket(Side.BUY, Quantity.of("1"), Price.of("1000.001"));
        assertObjects(order, PRICE_OFF_TICK, "1000.001", "0.01", "USD");
        order.terms = OrderTerms.stopLimit(Side.BUY, Quantity.of("1"), Price.of("1000.001"), Price.of("1000"));
        assertObjects(order, PRICE_OFF_TICK, "1000.001", "0.01", "USD");
        order.terms = OrderTerms.trailingStop(Side.BUY, Quantity.of("1"), Trailing.by(Price.of("0.005")));
        assertObjects(order, PRICE_OFF_TICK, "0.005", "0.01", "USD");
        order.terms = OrderTerms.trailingStop(
                Side.BUY, Quantity.of("1"), Trailing.by(Price.of("0.5")).withLimit(Price.of("0.001")));
        assertObjects(order, PRICE_OFF_TICK, "0.001", "0.01", "USD");
        order.terms = OrderTerms.stopLimit(Side.BUY, Quantity.of("1"), Price.of("1001"), Price.of("1000"));
        assertPasses(order, PRICE_OFF_TICK, "1000", "0.01", "USD");
    }

    @Test
    void rejectsADisplayQuantityThatIsOffLot() {
        var order = order();
        var terms = OrderTerms.limit(Side.BUY, Quantity.of("1"), Price.of("1000"));
        order.terms = terms.showing(Quantity.of("0.0005"));
        assertObjects(order, QUANTITY_OFF_LOT, "0.0005", "0.001", "BTC");
        order.terms = terms.showing(Quantity.of("0.5"));
        assertPasses(order, QUANTITY_OFF_LOT, "1", "0.001", "BTC");
    }

    @Test
    void rejectsOrdersUponDirtyData() {
        var order = order();
        order.safety.quality = QualityFlag.GAP.bit() | QualityFlag.OUTLIER.bit();
        order.quality = QualityFlag.LATE.bit();
        assertPasses(order, DATA_DIRTY, "", "", "");
        order.quality = QualityFlag.GAP.bit() | QualityFlag.LATE.bit() | QualityFlag.OUTLIER.bit();
        assertObjects(order, DATA_DIRTY, "GAP OUTLIER", "", "");
    }

    @Test
    void waitsUntilMarksHaveComeForLongEnoughWithoutAGap() {
        var order = order();
        order.safety.warmUp = Duration.ofMinutes(2);
        assertObjects(order, NOT_WARMED_UP, "0", "120000", "ms");
        order.history.add(mark(NOW - 120 * SECOND));
        order.history.add(mark(NOW - 60 * SECOND));
        assertPasses(order, NOT_WARMED_UP, "120000", "120000", "ms");
        order.history.set(1, mark(NOW - 60 * SECOND + 1));
        assertObjects(order, NOT_WARMED_UP, "59999.999999", "120000", "ms");
        order.history.set(0, mark(NOW - 120 * SECOND + 1));
        assertObjects(order, NOT_WARMED_UP, "119999.999999", "120000", "ms");
    }

    @Test
    void rejectsAnOrderThatWouldMeetTheAccountsOwn() {
        var order = order().opened(
                        "o1", "other", BTC, OrderTerms.limit(Side.SELL, Quantity.of("1"), Price.of("1005")), "1005");
        order.opened(
                "o2",
                "other",
                BTC,
                OrderTerms.stopLimit(Side.SELL, Quantity.of("1"), Price.of("9"), Price.of("8")),
                "8");
        order.safety.selfTrade = true;
        assertPasses(order.buy("1").at("1004.99"), SELF_TRADE, "", "", "");
        assertObjects(order.buy("1").at("1005"), SELF_TRADE, "o1", "", "");
        assertPasses(order.sell("1").at("1"), SELF_TRADE, "", "", "");
        order.terms = OrderTerms.market(Side.BUY, Quantity.of("1"));
        assertObjects(order, SELF_TRADE, "o1", "", "");
        order.terms = OrderTerms.stopMarket(Side.BUY, Quantity.of("1"), Price.of("1010"));
        assertPasses(order, SELF_TRADE, "", "", "");
        order.terms =
                OrderTerms.limit(Side.BUY, Quantity.of("1"), Price.of("1010")).postingOnly();
        assertPasses(order, SELF_TRADE, "", "", "");
    }

    @Test
    void anOrderThatItsVenueIsAskedToCancelIsStillThere() {
        var order = order().opened(
                        "o1",
                        "other",
                        BTC,
                        OrderTerms.stopLimit(Side.SELL, Quantity.of("1"), Price.of("1100"), Price.of("1005")),
                        "1005");
        order.safety.selfTrade = true;
        assertPasses(order.buy("1").at("1005"), SELF_TRADE, "", "", "");
        var open = order.book().openOrder("o1");
        var triggered = new OpenOrder(
                "o1", BTC, "other", open.terms(), null, open.reservePrice(), Quantity.ZERO, OrderState.TRIGGERED, 2, 1);
        var asked = ((OpenOrder.Taken) triggered.askedToCancel()).order();
        var book = order.book();
        order.account = order.account.with(new AccountBook(book.portfolio(), List.of(asked), book.last()));
        assertObjects(order, SELF_TRADE, "o1", "", "");
    }

    private static Clock mark(long nanos) {
        return new Clock(BTC, 0, nanos, Price.of("1000"), nanos);
    }

    private static void assertPasses(Orders order, RiskCode code, String actual, String limit, String unit) {
        assertThat(order.check(code)).isEqualTo(new CheckResult(code, true, actual, limit, unit));
    }

    private static void assertObjects(Orders order, RiskCode code, String actual, String limit, String unit) {
        assertThat(order.check(code)).isEqualTo(new CheckResult(code, false, actual, limit, unit));
        assertThat(order.decide().approved()).isFalse();
    }
}
