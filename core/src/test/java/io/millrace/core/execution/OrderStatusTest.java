package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.execution.OrderEvent.Decided;
import io.millrace.core.execution.OrderEvent.Reported;
import io.millrace.core.execution.OrderEvent.Requested;
import io.millrace.core.execution.OrderStatus.Illegal;
import io.millrace.core.execution.OrderStatus.Moved;
import io.millrace.core.order.ExecutionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrderStatusTest {
    private static final String EVENTS = "DENIED SUBMITTED CANCEL REPLACE ACCEPTED PARTIALLY_FILLED FILLED CANCELED"
            + " REJECTED EXPIRED TRIGGERED REPLACED CANCEL_REJECTED REPLACE_REJECTED";

    /**
     * Every status, and what every event makes of it, in the order of {@link #EVENTS}; a dot is illegal. The first letter
     * is what is confirmed, the second what is asked: C a cancel, R a replace, B both.
     */
    private static final String TABLE =
            """
            I  D  S  .  .  .  .  .  .  .  .  .  .  .  .
            D  .  .  .  .  .  .  .  .  .  .  .  .  .  .
            S  .  .  SC SR A  P  F  X  J  E  T  S  S  S
            SC .  .  SC .  AC PC F  X  J  E  TC SC S  SC
            SR .  .  SB .  AR PR F  X  J  E  TR S  SR S
            SB .  .  SB .  AB PB F  X  J  E  TB SC SR SC
            A  .  .  AC AR .  P  F  X  .  E  T  A  A  A
            AC .  .  AC .  .  PC F  X  .  E  TC AC A  AC
            AR .  .  AB .  .  PR F  X  .  E  TR A  AR A
            AB .  .  AB .  .  PB F  X  .  E  TB AC AR AC
            T  .  .  TC TR .  P  F  X  .  E  .  T  T  T
            TC .  .  TC .  .  PC F  X  .  E  .  TC T  TC
            TR .  .  TB .  .  PR F  X  .  E  .  T  TR T
            TB .  .  TB .  .  PB F  X  .  E  .  TC TR TC
            P  .  .  PC PR .  P  F  X  .  E  .  P  P  P
            PC .  .  PC .  .  PC F  X  .  E  .  PC P  PC
            PR .  .  PB .  .  PR F  X  .  E  .  P  PR P
            PB .  .  PB .  .  PB F  X  .  E  .  PC PR PC
            F  .  .  .  .  .  .  .  .  .  .  .  .  .  .
            X  .  .  .  .  .  .  .  .  .  .  .  .  .  .
            J  .  .  .  .  .  .  .  .  .  .  .  .  .  .
            E  .  .  .  .  .  .  .  .  .  .  .  .  .  .
            """;

    private static final Map<Character, OrderState> LETTERS = Map.of(
            'I', OrderState.INITIALISED,
            'D', OrderState.DENIED,
            'S', OrderState.SUBMITTED,
            'A', OrderState.ACCEPTED,
            'T', OrderState.TRIGGERED,
            'P', OrderState.PARTIALLY_FILLED,
            'F', OrderState.FILLED,
            'X', OrderState.CANCELED,
            'J', OrderState.REJECTED,
            'E', OrderState.EXPIRED);

    @Test
    void movesOnEveryEventAsTheTableSays() {
        var rows = new ArrayList<OrderStatus>();
        for (var line : TABLE.lines().toList()) {
            var cells = line.trim().split(" +");
            var from = status(cells[0]);
            rows.add(from);
            assertThat(cells).hasSize(OrderEvent.all().size() + 1);
            for (int i = 1; i < cells.length; i++) {
                var event = OrderEvent.all().get(i - 1);
                assertThat(from.on(event))
                        .as("%s on %s", event, from)
                        .isEqualTo(cells[i].equals(".") ? new Illegal(from, event) : new Moved(status(cells[i])));
            }
        }
        assertThat(rows).containsExactlyInAnyOrderElementsOf(everyStatus());
    }

    @Test
    void hasATableOfEveryEvent() {
        assertThat(OrderEvent.all()).map(Object::toString).containsExactly(EVENTS.split(" "));
    }

    @Test
    void saysWhatIsAskedInOneWord() {
        assertThat(new OrderStatus(OrderState.ACCEPTED, Set.of(Requested.CANCEL)).state())
                .isEqualTo(OrderState.PENDING_CANCEL);
        assertThat(new OrderStatus(OrderState.ACCEPTED, Set.of(Requested.REPLACE)).state())
                .isEqualTo(OrderState.PENDING_REPLACE);
        assertThat(OrderStatus.of(OrderState.TRIGGERED).state()).isEqualTo(OrderState.TRIGGERED);
    }

    @Test
    void saysWhyAnEventIsIllegal() {
        assertThat(OrderStatus.of(OrderState.FILLED).on(ExecutionType.CANCELED))
                .hasToString("CANCELED cannot follow FILLED");
        assertThat(new OrderStatus(OrderState.ACCEPTED, Set.of(Requested.CANCEL)).on(Requested.REPLACE))
                .hasToString("REPLACE cannot follow PENDING_CANCEL");
    }

    @Test
    void cannotBeMadeOfWhatIsAskedOrOfAFinalOrderThatIsAsked() {
        assertThatThrownBy(() -> OrderStatus.of(OrderState.PENDING_CANCEL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OrderStatus(OrderState.FILLED, Set.of(Requested.CANCEL)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goesBackWhereItWasWhenTheVenueRefuses() {
        for (var state : List.of(OrderState.ACCEPTED, OrderState.TRIGGERED, OrderState.PARTIALLY_FILLED)) {
            assertThat(after(OrderStatus.of(state), Requested.CANCEL, new Reported(ExecutionType.CANCEL_REJECTED)))
                    .isEqualTo(OrderStatus.of(state));
            assertThat(after(OrderStatus.of(state), Requested.REPLACE, new Reported(ExecutionType.REPLACE_REJECTED)))
                    .isEqualTo(OrderStatus.of(state));
        }
    }

    @Test
    void staysAskedWhileItIsFilledInPart() {
        var accepted = OrderStatus.of(OrderState.ACCEPTED);
        assertThat(after(accepted, Requested.CANCEL, new Reported(ExecutionType.PARTIALLY_FILLED))
                        .state())
                .isEqualTo(OrderState.PENDING_CANCEL);
    }

    @Test
    void isCanceledEvenIfAReplaceIsAnsweredFirst() {
        assertThat(after(
                        OrderStatus.of(OrderState.ACCEPTED),
                        Requested.REPLACE,
                        Requested.CANCEL,
                        new Reported(ExecutionType.REPLACED),
                        new Reported(ExecutionType.CANCELED)))
                .isEqualTo(OrderStatus.of(OrderState.CANCELED));
    }

    @Test
    void isNeverSubmittedIfItIsDenied() {
        assertThat(after(OrderStatus.INITIALISED, Decided.DENIED, Decided.SUBMITTED))
                .isEqualTo(OrderStatus.of(OrderState.DENIED));
    }

    /** Running apps have stored these. */
    @Test
    void keepsTheNamesOfItsStates() {
        assertThat(OrderState.values())
                .extracting(Enum::name)
                .contains("SUBMITTED", "ACCEPTED", "PARTIALLY_FILLED", "FILLED", "CANCELED", "REJECTED", "EXPIRED");
    }

    /** Whatever happens: nothing throws, and what is final stays. */
    @Property
    void staysInItsFinalState(@ForAll("events") List<OrderEvent> events) {
        var status = OrderStatus.INITIALISED;
        for (var event : events) {
            var before = status;
            status = after(before, event);
            assertThat(before.isFinal() && !before.equals(status)).isFalse();
            assertThat(status.isFinal()).isEqualTo(status.state().isFinal());
            if (event instanceof Reported reported && before.on(event) instanceof Moved) {
                assertThat(status.isFinal()).isEqualTo(reported.type().isFinal());
            }
        }
    }

    /** An order that was filled in part is never again one that was only accepted. */
    @Property
    void neverGoesBackward(@ForAll("events") List<OrderEvent> events) {
        var status = OrderStatus.INITIALISED;
        for (var event : events) {
            var next = after(status, event);
            assertThat(next.confirmed()).isGreaterThanOrEqualTo(status.confirmed());
            status = next;
        }
    }

    @Provide
    Arbitrary<List<OrderEvent>> events() {
        return Arbitraries.of(OrderEvent.all()).list().ofMaxSize(20);
    }

    private static OrderStatus after(OrderStatus from, OrderEvent... events) {
        var status = from;
        for (var event : events) {
            status = status.on(event) instanceof Moved moved ? moved.to() : status;
        }
        return status;
    }

    private static OrderStatus status(String cell) {
        Set<Requested> asked =
                switch (cell.substring(1)) {
                    case "C" -> Set.of(Requested.CANCEL);
                    case "R" -> Set.of(Requested.REPLACE);
                    case "B" -> Set.of(Requested.CANCEL, Requested.REPLACE);
                    default -> Set.of();
                };
        return new OrderStatus(LETTERS.get(cell.charAt(0)), asked);
    }

    private static List<OrderStatus> everyStatus() {
        var all = new ArrayList<OrderStatus>();
        for (var state : OrderState.values()) {
            if (!state.isPending()) {
                all.add(OrderStatus.of(state));
            }
            if (state.isOpen() && !state.isPending()) {
                all.add(new OrderStatus(state, Set.of(Requested.CANCEL)));
                all.add(new OrderStatus(state, Set.of(Requested.REPLACE)));
                all.add(new OrderStatus(state, Set.of(Requested.CANCEL, Requested.REPLACE)));
            }
        }
        return all;
    }
}
