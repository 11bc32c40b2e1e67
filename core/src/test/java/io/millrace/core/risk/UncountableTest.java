package io.millrace.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import org.junit.jupiter.api.Test;

/** Amounts beyond what can be counted concern one account's one event; everything else goes on. */
class UncountableTest {
    private static final OrderTerms TEN = OrderTerms.limit(Side.BUY, Quantity.of("10"), Price.of("100"));
    private static final String VAST = "90000000000";

    private final StageRig risk = new StageRig();

    @Test
    void refusesAnIntentOfAnAccountThatIsWorthMoreThanCanBeCounted() {
        risk.submit("a", 100, TEN);
        risk.clock(100);
        risk.report("a", ExecutionType.FILLED, 110, "10");
        risk.clock(110);
        risk.submit("s", 120, OrderTerms.limit(Side.SELL, Quantity.of("10"), Price.of("100")));
        risk.clock(120);
        risk.fillPrice = Price.of("110");
        risk.report("s", ExecutionType.FILLED, 130, "10");
        risk.clock(130);
        risk.deposit("92233720368", 150);
        risk.submit("b", 200, TEN);
        risk.clock(200);
        assertThat(risk.decisions).hasSize(3).last().satisfies(decision -> {
            assertThat(decision.approved()).isFalse();
            assertThat(decision.objections()).extracting(CheckResult::code).containsExactly(RiskCode.NOT_COUNTABLE);
        });
        risk.deposit("10000", 250);
        risk.submit("c", 300, TEN);
        risk.clock(300);
        assertThat(risk.decisions).hasSize(4).last().matches(RiskDecision::approved);
    }

    @Test
    void keepsTheMarkBeforeOneThatTheAccountCannotBeValuedAt() {
        risk.submit("a", 100, TEN);
        risk.clock(100);
        risk.report("a", ExecutionType.FILLED, 110, "10");
        risk.venue(300);
        risk.signals(200, VAST);
        risk.signals(300, "101");
        assertThat(risk.unvalued).containsExactly(Price.of(VAST));
        assertThat(risk.account().book().portfolio().equity()).isEqualTo(Money.of("10010"));
    }

    @Test
    void haltsAnAccountWhoseFillCannotBeCounted() {
        risk.submit("a", 100, TEN);
        risk.clock(100);
        risk.fillPrice = Price.of(VAST);
        risk.report("a", ExecutionType.FILLED, 110, "10");
        risk.clock(110);
        assertThat(risk.refused).hasSize(1);
        risk.submit("b", 120, TEN);
        risk.clock(120);
        assertThat(risk.decisions.get(1).objections())
                .extracting(CheckResult::code)
                .containsExactly(RiskCode.TRADING_HALTED);
    }
}
