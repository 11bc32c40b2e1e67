package io.millrace.streams.papervenue;

import io.millrace.core.execution.OrderState;
import io.millrace.core.execution.PaperOrder;
import io.millrace.core.execution.PaperOrders;
import io.millrace.core.execution.QueuedCommand;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.VenueCommand;
import io.millrace.schemas.Codec;
import io.millrace.schemas.Topics;
import io.millrace.streams.avro.PaperOrderState;
import io.millrace.streams.avro.QueuedCommandState;
import io.millrace.streams.avro.ToldState;
import io.millrace.streams.avro.VenueOrdersState;
import io.millrace.streams.state.AvroFormat;
import io.millrace.streams.state.StateCodec;
import java.nio.ByteBuffer;

/** The venue's orders on an instrument to Avro and back. */
final class PaperOrdersCodec {
    static final Codec<PaperOrders> CODEC = StateCodec.of(
            VenueOrdersState.getClassSchema(),
            VenueOrdersState.class,
            PaperOrdersCodec::toAvro,
            PaperOrdersCodec::fromAvro);

    private static final AvroFormat<VenueCommand> COMMAND = new AvroFormat<>(Topics.VENUE_COMMANDS.codec());

    private PaperOrdersCodec() {}

    private static VenueOrdersState toAvro(PaperOrders orders) {
        return new VenueOrdersState(
                orders.instrument().toString(),
                orders.queued().stream()
                        .map(queued -> new QueuedCommandState(bytes(queued.command()), queued.actsNanos()))
                        .toList(),
                orders.open().stream().map(PaperOrdersCodec::toAvro).toList(),
                orders.finished().stream().map(PaperOrdersCodec::toAvro).toList(),
                orders.told().stream()
                        .map(told -> new ToldState(told.accountId(), told.nanos()))
                        .toList());
    }

    private static PaperOrders fromAvro(VenueOrdersState state) {
        return new PaperOrders(
                InstrumentId.of(state.getInstrument()),
                state.getQueued().stream()
                        .map(queued -> new QueuedCommand(command(queued.getCommand()), queued.getActsNanos()))
                        .toList(),
                state.getOpen().stream().map(PaperOrdersCodec::fromAvro).toList(),
                state.getFinished().stream().map(PaperOrdersCodec::fromAvro).toList(),
                state.getTold().stream()
                        .map(told -> new PaperOrders.Told(told.getAccountId(), told.getNanos()))
                        .toList());
    }

    private static PaperOrderState toAvro(PaperOrder order) {
        return new PaperOrderState(
                bytes(order.command()), order.state().name(), order.filled().units(), order.reports(), order.rested());
    }

    private static PaperOrder fromAvro(PaperOrderState state) {
        return new PaperOrder(
                command(state.getCommand()),
                OrderState.valueOf(state.getState()),
                new Quantity(state.getFilled()),
                state.getReports(),
                state.getRested());
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
