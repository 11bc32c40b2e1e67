package io.millrace.streams.papervenue;

import io.millrace.core.execution.OrderState;
import io.millrace.core.execution.PaperAccounts;
import io.millrace.core.execution.PaperOrder;
import io.millrace.core.execution.PaperPlace;
import io.millrace.core.execution.QueuedCommand;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.VenueCommand;
import io.millrace.schemas.Codec;
import io.millrace.schemas.Topics;
import io.millrace.streams.avro.PaperOrderState;
import io.millrace.streams.avro.QueuedCommandState;
import io.millrace.streams.avro.ToldState;
import io.millrace.streams.avro.TradedState;
import io.millrace.streams.avro.VenueOrdersState;
import io.millrace.streams.state.AvroFormat;
import io.millrace.streams.state.StateCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The venue's orders, the commands on their way and what it keeps of accounts, to Avro and back. */
final class PaperOrdersCodec {
    /**
     * What is kept of an instrument's accounts, and what a version wrote there that kept orders and commands together with
     * them.
     *
     * @param orders final ones first, ranked as they stand
     */
    record Kept(PaperAccounts accounts, List<QueuedCommand> commands, List<PaperOrder> orders) {
        boolean isOfAnEarlierVersion() {
            return !commands.isEmpty() || !orders.isEmpty();
        }
    }

    static final Codec<Kept> ACCOUNTS = StateCodec.of(
            VenueOrdersState.getClassSchema(),
            VenueOrdersState.class,
            PaperOrdersCodec::toAvro,
            PaperOrdersCodec::fromAvro);

    static final Codec<QueuedCommand> QUEUED = StateCodec.of(
            QueuedCommandState.getClassSchema(),
            QueuedCommandState.class,
            PaperOrdersCodec::toAvro,
            PaperOrdersCodec::fromAvro);

    static final Codec<PaperOrder> ORDER = StateCodec.of(
            PaperOrderState.getClassSchema(),
            PaperOrderState.class,
            PaperOrdersCodec::toAvro,
            PaperOrdersCodec::fromAvro);

    private static final AvroFormat<VenueCommand> COMMAND = new AvroFormat<>(Topics.VENUE_COMMANDS.codec());
    private static final long UNRANKED = -1;

    private PaperOrdersCodec() {}

    private static VenueOrdersState toAvro(Kept kept) {
        var accounts = kept.accounts();
        return new VenueOrdersState(
                accounts.instrument().toString(),
                List.of(),
                List.of(),
                List.of(),
                accounts.told().stream()
                        .map(told -> new ToldState(told.accountId(), told.nanos()))
                        .toList(),
                accounts.traded().stream()
                        .map(traded -> new TradedState(
                                traded.accountId(), traded.notional().units()))
                        .toList());
    }

    private static Kept fromAvro(VenueOrdersState state) {
        var accounts = new PaperAccounts(
                InstrumentId.of(state.getInstrument()),
                state.getTold().stream()
                        .map(told -> new PaperAccounts.Told(told.getAccountId(), told.getNanos()))
                        .toList(),
                state.getTraded().stream()
                        .map(traded -> new PaperAccounts.Traded(traded.getAccountId(), new Money(traded.getNotional())))
                        .toList());
        var orders = new ArrayList<PaperOrder>();
        state.getFinished().forEach(order -> orders.add(fromAvro(order, orders.size())));
        state.getOpen().forEach(order -> orders.add(fromAvro(order, orders.size())));
        var commands =
                state.getQueued().stream().map(PaperOrdersCodec::fromAvro).toList();
        return new Kept(accounts, commands, List.copyOf(orders));
    }

    private static QueuedCommandState toAvro(QueuedCommand queued) {
        return new QueuedCommandState(bytes(queued.command()), queued.actsNanos());
    }

    private static QueuedCommand fromAvro(QueuedCommandState state) {
        return new QueuedCommand(command(state.getCommand()), state.getActsNanos());
    }

    private static PaperOrderState toAvro(PaperOrder order) {
        var place = order.place();
        return new PaperOrderState(
                bytes(order.command()),
                order.state().name(),
                order.filled().units(),
                order.reports(),
                place.rested(),
                order.fees().units(),
                order.rank(),
                order.expireAtNanos() == PaperOrder.NEVER ? 0 : order.expireAtNanos(),
                place.triggered(),
                units(place.limit()),
                units(place.trigger()),
                units(place.extreme()),
                place.ahead() == PaperPlace.UNKNOWN ? null : place.ahead(),
                place.shown().units(),
                place.released().equals(PaperPlace.ALL)
                        ? null
                        : place.released().units());
    }

    private static PaperOrder fromAvro(PaperOrderState state) {
        return fromAvro(state, UNRANKED);
    }

    /** @param rank of an order that was stored before orders were ranked */
    private static PaperOrder fromAvro(PaperOrderState state, long rank) {
        var command = command(state.getCommand());
        boolean isRanked = state.getRank() != UNRANKED;
        return new PaperOrder(
                command,
                OrderState.valueOf(state.getState()),
                new Quantity(state.getFilled()),
                state.getReports(),
                new Money(state.getFees()),
                isRanked ? state.getRank() : rank,
                state.getExpireAtNanos() == 0 ? PaperOrder.NEVER : state.getExpireAtNanos(),
                new PaperPlace(
                        state.getRested(),
                        state.getTriggered(),
                        // An order that was stored before limits were has that of its terms.
                        isRanked
                                ? price(state.getLimitPrice())
                                : command.terms().limitPrice(),
                        price(state.getTriggerPrice()),
                        price(state.getExtremePrice()),
                        state.getAhead() == null ? PaperPlace.UNKNOWN : state.getAhead(),
                        new Quantity(state.getShown()),
                        state.getReleased() == null ? PaperPlace.ALL : new Quantity(state.getReleased())));
    }

    private static Long units(Price price) {
        return price == null ? null : price.units();
    }

    private static Price price(Long units) {
        return units == null ? null : new Price(units);
    }

    private static ByteBuffer bytes(VenueCommand command) {
        return ByteBuffer.wrap(COMMAND.encode(command));
    }

    private static VenueCommand command(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return COMMAND.decode(bytes);
    }
}
