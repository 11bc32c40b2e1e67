package io.millrace.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people want is taken once, however much comes in between. */
class ArrivalsTest {
    private final StageRig risk = new StageRig();

    @Test
    void takesAnOrderOnceHoweverManyCameSince() {
        var first = arrival(1, 1_000);
        risk.intent(first);
        for (int n = 2; n < 300; n++) {
            risk.intent(command(n, Action.CANCEL_ALL));
            risk.intent(arrival(n, 1_000 + n));
        }
        risk.restart();
        risk.intent(first);
        risk.intent(command(5, Action.CANCEL_ALL));
        assertThat(risk.duplicates).containsExactly("order 1", "command 5");
        assertThat(risk.account().lastOrdinals()).hasSize(2);
        assertThat(risk.account().arrivals()).isEmpty();
    }

    @Test
    void takesAnOrderOnceThoughTheClockOfItsWriterWasSetBack() {
        var first = arrival(1, 1_000);
        risk.intent(first);
        risk.intent(arrival(2, 900));
        risk.intent(first);
        assertThat(risk.duplicates).containsExactly("order 1");
    }

    @Test
    void takesOrdersWhoseOrdinalsStartAnew() {
        risk.intent(arrival(7, 1_000));
        risk.intent(arrival(1, 2_000));
        assertThat(risk.duplicates).isEmpty();
        assertThat(risk.decisions).hasSize(2);
    }

    @Test
    void takesNothingAgainThatWasTakenBeforeOrdinalsWereKept() {
        risk.intent(command(1, Action.CANCEL_ALL));
        risk.restart(before(List.of("order 1", "order 2")));
        for (int n = 2; n < 256; n++) {
            risk.intent(command(n, Action.CANCEL_ALL));
        }
        risk.restart();
        risk.intent(arrival(1, 1_000));
        risk.intent(arrival(2, 1_000));
        assertThat(risk.duplicates).containsExactly("order 1", "order 2");

        risk.intent(command(256, Action.CANCEL_ALL));
        risk.intent(command(257, Action.CANCEL_ALL));
        assertThat(risk.account().arrivals()).isEmpty();
    }

    /** The account as it was kept when its arrivals had no ordinals. */
    private RiskAccount before(List<String> arrivals) {
        var known = risk.account();
        return new RiskAccount(
                known.book(),
                known.approvals(),
                List.of(),
                arrivals,
                known.cancels(),
                known.commanded(),
                known.track(),
                known.splits());
    }

    private static OrderIntent arrival(long ordinal, long nanos) {
        var terms = OrderTerms.limit(Side.BUY, Quantity.of("1"), Price.of("90"));
        return new OrderIntent(
                "order " + ordinal,
                Action.SUBMIT,
                OrderIntent.MANUAL,
                0,
                StageRig.ACCOUNT,
                StageRig.BTC,
                ordinal,
                nanos,
                Ordering.ARRIVAL,
                terms,
                null,
                "");
    }

    private static OrderIntent command(long ordinal, Action action) {
        return new OrderIntent(
                "command " + ordinal,
                action,
                OrderIntent.MANUAL,
                0,
                StageRig.ACCOUNT,
                null,
                ordinal,
                1,
                Ordering.ARRIVAL,
                null,
                null,
                "");
    }
}
