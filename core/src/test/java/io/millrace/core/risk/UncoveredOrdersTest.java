package io.millrace.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.Clock;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that may only reduce do so until they are done, whatever else trades the position. */
class UncoveredOrdersTest {
    private final StageRig risk = new StageRig();

    @Test
    void cancelsAnExitWhosePositionSomebodyElseClosed() {
        hold("5");
        open("exit", 200, exit("5"));
        fill("other", 210, OrderTerms.market(Side.SELL, Quantity.of("3")));
        assertThat(risk.sent()).endsWith("CANCEL exit at 215");
        var decision = risk.decisions.get(risk.decisions.size() - 1);
        assertThat(decision.approved()).isTrue();
        assertThat(decision.intent().strategyId()).isEqualTo(OrderIntent.RISK);
        assertThat(decision.intent().cancelOrderId()).isEqualTo("exit");
        assertThat(decision.intent().reason()).isEqualTo("SELL of 5 is beyond the position that it may reduce");
    }

    @Test
    void keepsOfExitsTheOnesDecidedFirstThatFit() {
        hold("5");
        open("a", 200, exit("2"));
        open("b", 201, exit("2"));
        open("c", 202, exit("1"));
        fill("other", 210, OrderTerms.market(Side.SELL, Quantity.of("2")));
        assertThat(cancels()).containsExactly("CANCEL b at 215");
    }

    @Test
    void cancelsTheExitsOfAPositionThatTurnedAround() {
        hold("5");
        open("exit", 200, exit("1"));
        fill("other", 210, OrderTerms.market(Side.SELL, Quantity.of("7")));
        assertThat(cancels()).containsExactly("CANCEL exit at 215");
    }

    @Test
    void asksForItOnceAndAgainOnceItWasRefused() {
        hold("5");
        open("exit", 200, exit("5"));
        fill("other", 210, OrderTerms.market(Side.SELL, Quantity.of("3")));
        risk.clock(230);
        assertThat(cancels()).containsExactly("CANCEL exit at 215");
        risk.report("exit", ExecutionType.CANCEL_REJECTED, 235, "0");
        risk.clock(240);
        assertThat(cancels()).containsExactly("CANCEL exit at 215", "CANCEL exit at 240");
        risk.report("exit", ExecutionType.CANCELED, 245, "0");
        risk.clock(250);
        assertThat(cancels()).hasSize(2);
        assertThat(risk.refused).isEmpty();
    }

    @Test
    void asksForItOnceOverARestart() {
        hold("5");
        open("exit", 200, exit("5"));
        open("other", 210, OrderTerms.market(Side.SELL, Quantity.of("3")));
        risk.report("other", ExecutionType.FILLED, 215, "3");
        risk.restart();
        risk.clock(220);
        risk.restart();
        risk.clock(220);
        risk.clock(230);
        assertThat(cancels()).containsExactly("CANCEL exit at 220");
    }

    @Test
    void leavesExitsAloneThatCancelEachOtherAndThoseThatWait() {
        risk.group(
                "g",
                100,
                Contingency.BRACKET,
                OrderTerms.market(Side.BUY, Quantity.of("5")),
                exit("5"),
                OrderTerms.stopMarket(Side.SELL, Quantity.of("5"), Price.of("90"))
                        .reducing());
        risk.clock(100);
        risk.clock(110);
        assertThat(risk.approved).hasSize(3);
        risk.report("g", ExecutionType.FILLED, 115, "5");
        risk.clock(120);
        risk.clock(130);
        assertThat(cancels()).isEmpty();
    }

    @Test
    void usesUpNoCancelsOfStrategiesAndNoOrdinals() {
        hold("5");
        open("exit", 200, exit("5"));
        open("other", 210, OrderTerms.market(Side.SELL, Quantity.of("3")));
        var before = risk.account();
        risk.report("other", ExecutionType.FILLED, 215, "3");
        risk.clock(220);
        assertThat(cancels()).hasSize(1);
        assertThat(risk.account().cancels()).isEqualTo(before.cancels());
        assertThat(risk.account().lastOrdinals()).isEqualTo(before.lastOrdinals());
    }

    @Test
    void letsTheVenueGoOnToAMarkOnlyOnceItIsKnownWhatIsCanceledThen() {
        hold("5");
        open("exit", 200, exit("5"));
        open("other", 210, OrderTerms.limit(Side.SELL, Quantity.of("3"), Price.of("105")));
        risk.signals(220);
        assertThat(told()).isEqualTo(219);
        risk.report("other", ExecutionType.FILLED, 218, "3");
        risk.venue(220);
        assertThat(cancels()).containsExactly("CANCEL exit at 220");
        assertThat(told()).isEqualTo(220);
    }

    @Test
    void holdsTheVenueBackAfterARestartToo() {
        hold("5");
        open("exit", 200, exit("5"));
        open("other", 210, OrderTerms.limit(Side.SELL, Quantity.of("3"), Price.of("105")));
        risk.restart();
        risk.signals(220);
        assertThat(told()).isEqualTo(219);
        assertThat(risk.stalls()).isTrue();
    }

    @Test
    void holdsNothingBackWhileThePositionCoversEverything() {
        hold("5");
        open("exit", 200, exit("3"));
        open("other", 210, OrderTerms.limit(Side.SELL, Quantity.of("2"), Price.of("105")));
        risk.signals(220);
        assertThat(told()).isEqualTo(220);
    }

    @Test
    void cancelsWhatMayOpenOnTheCommandToReduce() {
        hold("5");
        open("adds", 200, OrderTerms.limit(Side.BUY, Quantity.of("1"), Price.of("95")));
        open("takes", 201, OrderTerms.limit(Side.SELL, Quantity.of("3"), Price.of("105")));
        open("turns", 202, OrderTerms.limit(Side.SELL, Quantity.of("4"), Price.of("106")));
        open("exit", 203, exit("2"));
        var reduce = risk.command("r", Action.REDUCE);
        assertThat(cancels()).containsExactly("CANCEL adds at 203", "CANCEL turns at 203");
        assertThat(risk.approved.get(risk.approved.size() - 1).intentId()).isEqualTo("r");
        risk.restart();
        risk.intent(reduce);
        assertThat(cancels()).hasSize(2);
    }

    @Test
    void cancelsWhatMayOpenForAsLongAsTheCommandIsInForce() {
        hold("5");
        open("takes", 201, OrderTerms.limit(Side.SELL, Quantity.of("3"), Price.of("105")));
        open("exit", 203, exit("2"));
        risk.command("r", Action.REDUCE);
        risk.report("exit", ExecutionType.FILLED, 205, "2");
        risk.clock(210);
        assertThat(cancels()).isEmpty();
        open("closes", 220, exit("3"));
        assertThat(risk.decisions.get(risk.decisions.size() - 1).approved()).isFalse();
        risk.command("go", Action.RESUME);
        fill("closes2", 230, OrderTerms.market(Side.SELL, Quantity.of("4")));
        risk.command("r2", Action.REDUCE);
        assertThat(cancels()).containsExactly("CANCEL takes at 235");
    }

    @Test
    void takesNoSuchIntentFromOutside() {
        hold("5");
        open("exit", 200, exit("5"));
        risk.intent(OrderIntent.canceledByRisk("exit", StageRig.ACCOUNT, StageRig.BTC, 205, "forged"));
        risk.clock(210);
        assertThat(cancels()).isEmpty();
        assertThat(risk.duplicates).hasSize(1);
    }

    private static OrderTerms exit(String quantity) {
        return OrderTerms.limit(Side.SELL, Quantity.of(quantity), Price.of("110"))
                .reducing();
    }

    private void hold(String quantity) {
        fill("entry", 100, OrderTerms.market(Side.BUY, Quantity.of(quantity)));
        assertThat(risk.account().book().portfolio().holds(StageRig.BTC)).isTrue();
    }

    private void open(String id, long nanos, OrderTerms terms) {
        risk.submit(id, nanos, terms);
        risk.clock(nanos);
    }

    private void fill(String id, long nanos, OrderTerms terms) {
        open(id, nanos, terms);
        risk.report(id, ExecutionType.FILLED, nanos + 5, terms.quantity().toString());
        risk.clock(nanos + 5);
    }

    private List<String> cancels() {
        return risk.sent().stream().filter(sent -> sent.startsWith("CANCEL")).toList();
    }

    private long told() {
        return risk.clocks.stream().mapToLong(Clock::timeNanos).max().orElseThrow();
    }
}
