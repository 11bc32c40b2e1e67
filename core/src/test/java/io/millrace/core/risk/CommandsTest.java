package io.millrace.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.execution.OrderState;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import org.junit.jupiter.api.Test;

/** Cancels, replaces and commands to a whole account through risk. */
class CommandsTest {
    private static final OrderTerms FIVE_AT_90 = OrderTerms.limit(Side.BUY, Quantity.of("5"), Price.of("90"));

    private final StageRig risk = new StageRig();

    @Test
    void cancelsAnOrder() {
        open("o1");
        risk.cancel("c", 200, "o1");
        risk.clock(200);
        assertThat(risk.sent()).last().isEqualTo("CANCEL o1 at 200");
        assertThat(state("o1")).isEqualTo(OrderState.PENDING_CANCEL);
        risk.report("o1", ExecutionType.CANCELED, 210, "0");
        risk.clock(210);
        assertThat(risk.account().book().openOrders()).isEmpty();
    }

    @Test
    void takesALateRefusalOfACancelForGranted() {
        open("o1");
        risk.cancel("c", 200, "o1");
        risk.clock(200);
        risk.report("o1", ExecutionType.FILLED, 201, "5");
        risk.report("o1", ExecutionType.CANCEL_REJECTED, 202, "0");
        risk.clock(210);
        assertThat(risk.refused).isEmpty();
    }

    @Test
    void replacesAnOrder() {
        open("o1");
        risk.replace("r", 200, "o1", OrderTerms.limit(Side.BUY, Quantity.of("7"), Price.of("95")));
        risk.clock(200);
        assertThat(risk.approved.get(1))
                .extracting(ApprovedOrder::orderId, ApprovedOrder::intentId, ApprovedOrder::action)
                .containsExactly("o1", "r", Action.REPLACE);
        assertThat(state("o1")).isEqualTo(OrderState.PENDING_REPLACE);
        risk.report("o1", ExecutionType.REPLACED, 210, "0", Quantity.of("7"), Price.of("95"), "");
        risk.clock(210);
        assertThat(state("o1")).isEqualTo(OrderState.ACCEPTED);
        assertThat(risk.account().book().openOrder("o1").terms())
                .isEqualTo(OrderTerms.limit(Side.BUY, Quantity.of("7"), Price.of("95")));
    }

    @Test
    void holdsOnlyOneOfTheOldAndTheNewOrder() {
        risk.submit("o1", 100, OrderTerms.limit(Side.BUY, Quantity.of("40"), Price.of("100")));
        risk.clock(100);
        accept("o1");
        // 4,000 are open and 5,000 are allowed: a second order of 4,500 is not, the first one grown to 4,500 is.
        risk.submit("o2", 200, OrderTerms.limit(Side.BUY, Quantity.of("45"), Price.of("100")));
        risk.replace("r", 201, "o1", OrderTerms.limit(Side.BUY, Quantity.of("45"), Price.of("100")));
        risk.clock(201);
        assertThat(risk.decisions).extracting(RiskDecision::approved).containsExactly(true, false, true);
        // Until the venue answers, the larger of both is held.
        risk.submit("o3", 300, OrderTerms.limit(Side.BUY, Quantity.of("8"), Price.of("100")));
        risk.clock(300);
        assertThat(risk.decisions.get(3).objections())
                .extracting(CheckResult::code)
                .contains(RiskCode.POSITION_TOO_LARGE);
    }

    @Test
    void refusesToReplaceWhatIsNotOpen() {
        risk.replace("r", 200, "o9", FIVE_AT_90);
        risk.clock(200);
        assertThat(risk.decisions.get(0).objections())
                .extracting(CheckResult::code)
                .containsExactly(RiskCode.UNKNOWN_ORDER);
    }

    @Test
    void refusesToReplaceWhatIsBeingChangedOrWouldBeAnotherOrder() {
        open("o1");
        risk.replace("r1", 200, "o1", OrderTerms.limit(Side.SELL, Quantity.of("5"), Price.of("90")));
        risk.replace("r2", 201, "o1", OrderTerms.market(Side.BUY, Quantity.of("5")));
        risk.replace("r3", 202, "o1", FIVE_AT_90.withQuantity(Quantity.of("6")));
        risk.replace("r4", 203, "o1", FIVE_AT_90.withQuantity(Quantity.of("7")));
        risk.clock(203);
        assertThat(risk.decisions).extracting(RiskDecision::approved).containsExactly(true, false, false, true, false);
        assertThat(risk.decisions.get(4).objections())
                .extracting(CheckResult::code)
                .containsExactly(RiskCode.ORDER_NOT_REPLACEABLE);
    }

    @Test
    void refusesToReplaceByNoMoreThanIsFilled() {
        open("o1");
        risk.report("o1", ExecutionType.PARTIALLY_FILLED, 150, "2");
        risk.replace("r1", 200, "o1", FIVE_AT_90.withQuantity(Quantity.of("2")));
        risk.clock(200);
        assertThat(risk.decisions.get(1).objections())
                .extracting(CheckResult::code)
                .contains(RiskCode.ORDER_NOT_REPLACEABLE);
    }

    @Test
    void cancelsEverythingThatIsOpen() {
        open("o1");
        open("o2");
        risk.command("all", Action.CANCEL_ALL);
        assertThat(risk.sent().subList(2, 4)).containsExactly("CANCEL o1 at 100", "CANCEL o2 at 100");
        assertThat(risk.account().commanded()).isNull();
        risk.command("again", Action.CANCEL_ALL);
        assertThat(risk.sent()).hasSize(4);
    }

    @Test
    void haltsAtOnceAndCancelsWhatIsOpenAndWhatWaits() {
        open("o1");
        risk.submit("p", 110, OrderTerms.market(Side.BUY, Quantity.of("4")).splitBy(Algorithm.twap(40, 4)));
        risk.clock(115);
        risk.command("h", Action.HALT);
        assertThat(risk.sent().subList(2, 4))
                .containsExactly("CANCEL o1 at 115", "CANCEL " + OrderIds.child("p", 1) + " at 115");
        assertThat(risk.account().commanded()).isEqualTo(TradingMode.HALTED);
        risk.submit("o2", 120, FIVE_AT_90);
        risk.clock(1000);
        assertThat(risk.approved).hasSize(4);
        assertThat(risk.decisions.get(risk.decisions.size() - 1).objections())
                .extracting(CheckResult::code)
                .contains(RiskCode.TRADING_HALTED);
    }

    @Test
    void reducesAndResumesOnCommand() {
        risk.command("r", Action.REDUCE);
        risk.submit("o1", 100, FIVE_AT_90);
        risk.clock(100);
        assertThat(risk.approved).isEmpty();
        risk.command("go", Action.RESUME);
        assertThat(risk.account().commanded()).isNull();
        risk.submit("o2", 200, FIVE_AT_90);
        risk.clock(200);
        assertThat(risk.approved).hasSize(1);
    }

    @Test
    void takesACommandOnceAndRemembersItOverARestart() {
        open("o1");
        var halt = risk.command("h", Action.HALT);
        risk.restart();
        risk.intent(halt);
        assertThat(risk.duplicates).containsExactly("h");
        assertThat(risk.account().commanded()).isEqualTo(TradingMode.HALTED);
        assertThat(state("o1")).isEqualTo(OrderState.PENDING_CANCEL);
    }

    private void open(String id) {
        risk.submit(id, 100, FIVE_AT_90);
        risk.clock(100);
        accept(id);
    }

    private void accept(String id) {
        risk.report(id, ExecutionType.ACCEPTED, 101, "0");
    }

    private OrderState state(String id) {
        return risk.account().book().openOrder(id).state();
    }
}
