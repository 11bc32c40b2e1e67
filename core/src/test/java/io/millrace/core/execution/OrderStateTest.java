package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.execution.OrderState.Illegal;
import io.millrace.core.execution.OrderState.Moved;
import io.millrace.core.order.ExecutionType;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OrderStateTest {
    @Test
    void goesFromSubmittedAnywhere() {
        for (var report : ExecutionType.values()) {
            var to = report == ExecutionType.REPLACED || report.refusesChange()
                    ? OrderState.SUBMITTED
                    : OrderState.valueOf(report.name());
            assertThat(OrderState.SUBMITTED.on(report)).isEqualTo(new Moved(to));
        }
    }

    @Test
    void isAcceptedOnce() {
        assertThat(OrderState.ACCEPTED.on(ExecutionType.ACCEPTED))
                .isEqualTo(new Illegal(OrderState.ACCEPTED, ExecutionType.ACCEPTED))
                .hasToString("ACCEPTED cannot follow ACCEPTED");
        assertThat(OrderState.PARTIALLY_FILLED.on(ExecutionType.ACCEPTED)).isInstanceOf(Illegal.class);
    }

    @Test
    void cannotBeRejectedAfterItWasAccepted() {
        assertThat(OrderState.ACCEPTED.on(ExecutionType.REJECTED)).isInstanceOf(Illegal.class);
        assertThat(OrderState.PARTIALLY_FILLED.on(ExecutionType.REJECTED)).isInstanceOf(Illegal.class);
    }

    @Test
    void fillsInParts() {
        assertThat(OrderState.ACCEPTED.on(ExecutionType.PARTIALLY_FILLED))
                .isEqualTo(new Moved(OrderState.PARTIALLY_FILLED));
        assertThat(OrderState.PARTIALLY_FILLED.on(ExecutionType.PARTIALLY_FILLED))
                .isEqualTo(new Moved(OrderState.PARTIALLY_FILLED));
        assertThat(OrderState.PARTIALLY_FILLED.on(ExecutionType.FILLED)).isEqualTo(new Moved(OrderState.FILLED));
    }

    /** Whatever is reported: nothing throws, and nothing follows on a final state. */
    @Property
    void staysInItsFinalState(@ForAll List<ExecutionType> reports) {
        var state = OrderState.SUBMITTED;
        for (var report : reports) {
            var before = state;
            if (state.on(report) instanceof Moved moved) {
                state = moved.to();
                assertThat(state.isFinal()).isEqualTo(report.isFinal());
            }
            assertThat(before.isFinal() && !before.equals(state)).isFalse();
        }
    }
}
