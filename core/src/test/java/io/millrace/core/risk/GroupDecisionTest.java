package io.millrace.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.execution.OrderState;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import org.junit.jupiter.api.Test;

/** OCO, OTO and brackets through risk. */
class GroupDecisionTest {
    private static final Quantity TEN = Quantity.of("10");
    private static final OrderTerms ENTRY = OrderTerms.limit(Side.BUY, TEN, Price.of("100"));
    private static final OrderTerms STOP =
            OrderTerms.stopMarket(Side.SELL, TEN, Price.of("90")).reducing();
    private static final OrderTerms TARGET =
            OrderTerms.limit(Side.SELL, TEN, Price.of("120")).reducing();
    private static final String LEG_1 = OrderIds.leg("g", 1);
    private static final String LEG_2 = OrderIds.leg("g", 2);

    private final StageRig risk = new StageRig();

    @Test
    void sendsABracketAsOneOrderAndItsExits() {
        risk.group("g", 100, Contingency.BRACKET, ENTRY, STOP, TARGET);
        risk.clock(100);
        assertThat(risk.decisions).singleElement().matches(RiskDecision::approved);
        assertThat(risk.approved).extracting(ApprovedOrder::orderId).containsExactly("g", LEG_1, LEG_2);
        assertThat(risk.approved).extracting(ApprovedOrder::terms).containsExactly(ENTRY, STOP, TARGET);
        assertThat(risk.approved)
                .extracting(ApprovedOrder::link)
                .containsExactly(
                        new OrderLink("g", null, OrderLink.Rule.INDEPENDENT),
                        new OrderLink("g", "g", OrderLink.Rule.REDUCES),
                        new OrderLink("g", "g", OrderLink.Rule.REDUCES));
    }

    @Test
    void linksTheOrdersOfAnOco() {
        risk.group("g", 100, Contingency.OCO, ENTRY, OrderTerms.stopMarket(Side.BUY, TEN, Price.of("110")));
        risk.clock(100);
        assertThat(risk.approved)
                .extracting(ApprovedOrder::link)
                .containsOnly(new OrderLink("g", null, OrderLink.Rule.CANCELS));
    }

    @Test
    void linksTheOrdersOfAnOto() {
        risk.group("g", 100, Contingency.OTO, ENTRY, OrderTerms.limit(Side.BUY, TEN, Price.of("95")));
        risk.clock(100);
        assertThat(risk.approved)
                .extracting(ApprovedOrder::link)
                .containsExactly(
                        new OrderLink("g", null, OrderLink.Rule.INDEPENDENT),
                        new OrderLink("g", "g", OrderLink.Rule.INDEPENDENT));
    }

    @Test
    void refusesAllIfOneIsRefused() {
        risk.group("g", 100, Contingency.BRACKET, ENTRY, STOP, TARGET.withPrices(Price.of("120.001"), null));
        risk.clock(100);
        assertThat(risk.approved).isEmpty();
        assertThat(risk.decisions.get(0).objections())
                .extracting(CheckResult::code)
                .containsExactly(RiskCode.PRICE_OFF_TICK);
    }

    @Test
    void saysAllObjectionsToAllOrders() {
        risk.group(
                "g",
                100,
                Contingency.BRACKET,
                ENTRY.withQuantity(Quantity.of("600")),
                STOP.withQuantity(Quantity.of("0.05")));
        risk.clock(100);
        assertThat(risk.decisions.get(0).objections())
                .extracting(CheckResult::code)
                .contains(RiskCode.QUANTITY_TOO_LARGE, RiskCode.QUANTITY_OFF_LOT, RiskCode.QUANTITY_TOO_SMALL)
                .doesNotContain(RiskCode.REDUCE_ONLY_WOULD_INCREASE);
    }

    @Test
    void countsOfAnOcoOnlyTheLargerOrder() {
        var breakout = OrderTerms.stopMarket(Side.BUY, Quantity.of("30"), Price.of("110"));
        risk.group("g", 100, Contingency.OCO, ENTRY.withQuantity(Quantity.of("30")), breakout);
        risk.submit("o2", 200, ENTRY.withQuantity(Quantity.of("20")));
        risk.submit("o3", 201, ENTRY.withQuantity(Quantity.of("1")));
        risk.clock(201);
        assertThat(risk.decisions).extracting(RiskDecision::approved).containsExactly(true, true, false);
    }

    @Test
    void holdsAnOrderThatWaitsAgainstTheAccountWithTheFirstOneFilled() {
        var more = OrderTerms.limit(Side.BUY, Quantity.of("30"), Price.of("100"));
        risk.group("g", 100, Contingency.OTO, more, more);
        risk.clock(100);
        assertThat(risk.decisions.get(0).objections())
                .extracting(CheckResult::code)
                .contains(RiskCode.POSITION_TOO_LARGE);
        assertThat(risk.account().book().portfolio().position(StageRig.BTC).quantity())
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void holdsAnOrderThatWaitsAgainstTheAccountWithTheFirstOnePaidAtItsDearest() {
        var order = Orders.order().cash();
        var stop = OrderTerms.stopMarket(Side.BUY, Quantity.of("4"), Price.of("1200"));
        // 4 × 1200 and 9.6 of fee leave 5190.4.
        assertThat(decideOto(order, stop, "5180").approved()).isTrue();
        assertThat(decideOto(order, stop, "5181").objections())
                .extracting(CheckResult::code)
                .contains(RiskCode.CASH_TOO_SMALL);
    }

    /** An OTO with one more that costs an amount and 0.2 % of fee. */
    private static RiskDecision decideOto(Orders order, OrderTerms first, String cost) {
        order.terms = first;
        var more = OrderTerms.limit(Side.BUY, Quantity.of("1"), Price.of(cost));
        return order.decide(Contingency.OTO, more);
    }

    @Test
    void followsABracketFromEntryToExit() {
        risk.group("g", 100, Contingency.BRACKET, ENTRY, STOP, TARGET);
        risk.clock(100);
        for (var id : new String[] {"g", LEG_1, LEG_2}) {
            risk.report(id, ExecutionType.ACCEPTED, 101, "0");
        }
        risk.clock(101);
        assertThat(working(LEG_1)).isEqualTo(Quantity.ZERO);
        assertThat(reach(Side.SELL)).isZero();

        risk.report("g", ExecutionType.PARTIALLY_FILLED, 110, "4");
        risk.clock(110);
        risk.restart();
        assertThat(working(LEG_1)).isEqualTo(Quantity.of("4"));
        assertThat(reach(Side.SELL)).isEqualTo(Quantity.of("4").units());

        risk.report(LEG_2, ExecutionType.PARTIALLY_FILLED, 120, "1");
        risk.report(LEG_1, ExecutionType.REPLACED, 120, "0", Quantity.of("9"), null, "SIBLING_FILLED");
        risk.clock(120);
        assertThat(working(LEG_1)).isEqualTo(Quantity.of("3"));
        assertThat(working(LEG_2)).isEqualTo(Quantity.of("3"));

        risk.report("g", ExecutionType.FILLED, 130, "6");
        risk.report(LEG_2, ExecutionType.FILLED, 140, "9");
        risk.report(LEG_1, ExecutionType.CANCELED, 140, "0", "SIBLING_FILLED");
        risk.clock(140);
        assertThat(risk.account().book().openOrders()).isEmpty();
        assertThat(risk.account().book().portfolio().position(StageRig.BTC).quantity())
                .isEqualTo(Quantity.ZERO);
        assertThat(risk.refused).isEmpty();
    }

    @Test
    void losesTheExitsOfAnEntryThatEndsWithoutAFill() {
        risk.group("g", 100, Contingency.BRACKET, ENTRY, STOP, TARGET);
        risk.clock(100);
        risk.cancel("c", 110, "g");
        risk.clock(110);
        assertThat(risk.account().book().openOrder("g").state()).isEqualTo(OrderState.PENDING_CANCEL);
        risk.report("g", ExecutionType.CANCELED, 120, "0");
        risk.report(LEG_1, ExecutionType.CANCELED, 120, "0", "PARENT_ENDED");
        risk.report(LEG_2, ExecutionType.CANCELED, 120, "0", "PARENT_ENDED");
        risk.clock(120);
        assertThat(risk.account().book().openOrders()).isEmpty();
    }

    private Quantity working(String orderId) {
        return risk.account().book().openOrder(orderId).working();
    }

    private long reach(Side side) {
        return risk.account().book().reach(StageRig.BTC).ordered(side, true);
    }
}
