package io.millrace.streams.papervenue;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.execution.OrderState;
import io.millrace.core.execution.PaperAccounts;
import io.millrace.core.execution.PaperOrder;
import io.millrace.core.execution.PaperPlace;
import io.millrace.core.execution.QueuedCommand;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.Trailing;
import io.millrace.core.order.VenueCommand;
import io.millrace.streams.avro.PaperOrderState;
import io.millrace.streams.avro.VenueOrdersState;
import io.millrace.streams.state.AvroFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperOrdersCodecTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final OrderTerms TRAILING = OrderTerms.trailingStop(
            Side.SELL, Quantity.of("4"), Trailing.byBps(50).withLimit(Price.of("1")));

    private final AvroFormat<PaperOrder> order = new AvroFormat<>(PaperOrdersCodec.ORDER);
    private final AvroFormat<QueuedCommand> queued = new AvroFormat<>(PaperOrdersCodec.QUEUED);
    private final AvroFormat<PaperOrdersCodec.Kept> accounts = new AvroFormat<>(PaperOrdersCodec.ACCOUNTS);

    @Test
    void readsBackAnOrderWithEverything() {
        var place = new PaperPlace(
                true, true, Price.of("98"), Price.of("99"), Price.of("101"), 7, Quantity.of("0.5"), Quantity.of("3"));
        var full = new PaperOrder(
                command(TRAILING), OrderState.TRIGGERED, Quantity.of("1"), 4, Money.of("0.3"), 12, 900, place);
        assertThat(order.decode(order.encode(full))).isEqualTo(full);
    }

    @Test
    void readsBackAnOrderThatWaitsForNothing() {
        var place = new PaperPlace(false, false, null, null, null, PaperPlace.UNKNOWN, Quantity.ZERO, PaperPlace.ALL);
        var plain = new PaperOrder(
                command(OrderTerms.market(Side.BUY, Quantity.of("4"))),
                OrderState.ACCEPTED,
                Quantity.ZERO,
                1,
                Money.ZERO,
                0,
                PaperOrder.NEVER,
                place);
        assertThat(order.decode(order.encode(plain))).isEqualTo(plain);
    }

    @Test
    void readsBackWhatIsOnItsWay() {
        var command = new QueuedCommand(command(TRAILING), 77);
        assertThat(queued.decode(queued.encode(command))).isEqualTo(command);
    }

    @Test
    void readsBackWhatItKeepsOfAccounts() {
        var kept = new PaperOrdersCodec.Kept(
                new PaperAccounts(
                        BTC,
                        List.of(new PaperAccounts.Told("A", 5)),
                        List.of(new PaperAccounts.Traded("A", Money.of("12.5")))),
                List.of(),
                List.of());
        assertThat(accounts.decode(accounts.encode(kept))).isEqualTo(kept);
    }

    @Test
    void ranksOrdersThatWereKeptTogetherAsTheyStood() {
        var first = encoded(OrderTerms.limit(Side.BUY, Quantity.of("4"), Price.of("90")), OrderState.ACCEPTED);
        var second = encoded(OrderTerms.market(Side.BUY, Quantity.of("4")), OrderState.FILLED);
        var state =
                new VenueOrdersState(BTC.toString(), List.of(), List.of(first), List.of(second), List.of(), List.of());

        var orders = PaperOrdersCodec.ACCOUNTS.fromAvro(state).orders();
        assertThat(orders).extracting(PaperOrder::rank).containsExactly(0L, 1L);
        assertThat(orders).extracting(PaperOrder::state).containsExactly(OrderState.FILLED, OrderState.ACCEPTED);
        assertThat(orders.get(1).place().limit()).isEqualTo(Price.of("90"));
        assertThat(orders.get(1).place().released()).isEqualTo(PaperPlace.ALL);
        assertThat(orders.get(1).expireAtNanos()).isEqualTo(PaperOrder.NEVER);
    }

    /** An order as it was stored when it had no rank yet. */
    private static PaperOrderState encoded(OrderTerms terms, OrderState state) {
        var place = new PaperPlace(true, false, null, null, null, PaperPlace.UNKNOWN, Quantity.ZERO, PaperPlace.ALL);
        return (PaperOrderState) PaperOrdersCodec.ORDER.toAvro(
                new PaperOrder(command(terms), state, Quantity.ZERO, 1, Money.ZERO, -1, PaperOrder.NEVER, place));
    }

    private static VenueCommand command(OrderTerms terms) {
        return new VenueCommand(
                "o1",
                "i1",
                Action.SUBMIT,
                "paper",
                "A",
                "s1",
                BTC,
                terms,
                Ordering.EVENT_TIME,
                100,
                new OrderLink("g", "p", OrderLink.Rule.REDUCES));
    }
}
