package io.millrace.streams.state;

import io.millrace.core.clock.Moment;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderState;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.Mark;
import io.millrace.core.portfolio.Portfolio;
import io.millrace.core.portfolio.Position;
import io.millrace.streams.avro.BookMarkState;
import io.millrace.streams.avro.BookState;
import io.millrace.streams.avro.MomentState;
import io.millrace.streams.avro.OpenOrderState;
import io.millrace.streams.avro.PositionState;

/** An account's book to Avro and back. */
public final class BookCodec {
    private BookCodec() {}

    public static BookState toAvro(AccountBook book) {
        var portfolio = book.portfolio();
        return new BookState(
                portfolio.accountId(),
                portfolio.deposits().units(),
                portfolio.cash().units(),
                portfolio.positions().stream().map(BookCodec::toAvro).toList(),
                portfolio.marks().stream().map(BookCodec::toAvro).toList(),
                portfolio.dayNanos(),
                portfolio.dayStartEquity().units(),
                portfolio.peakEquity().units(),
                book.openOrders().stream().map(BookCodec::toAvro).toList(),
                book.last() == null ? null : toAvro(book.last()));
    }

    public static AccountBook fromAvro(BookState state) {
        return new AccountBook(
                new Portfolio(
                        state.getAccountId(),
                        new Money(state.getDeposits()),
                        new Money(state.getCash()),
                        state.getPositions().stream().map(BookCodec::fromAvro).toList(),
                        state.getMarks().stream().map(BookCodec::fromAvro).toList(),
                        state.getDayNanos(),
                        new Money(state.getDayStartEquity()),
                        new Money(state.getPeakEquity())),
                state.getOpenOrders().stream().map(BookCodec::fromAvro).toList(),
                state.getLast() == null ? null : fromAvro(state.getLast()));
    }

    private static PositionState toAvro(Position position) {
        return new PositionState(
                position.instrument().toString(),
                position.quantity().units(),
                position.cost().units(),
                position.realisedProfit().units(),
                position.fees().units());
    }

    private static Position fromAvro(PositionState state) {
        return new Position(
                InstrumentId.of(state.getInstrument()),
                new Quantity(state.getQuantity()),
                new Money(state.getCost()),
                new Money(state.getRealisedProfit()),
                new Money(state.getFees()));
    }

    private static BookMarkState toAvro(Mark mark) {
        return new BookMarkState(mark.instrument().toString(), mark.price().units(), mark.knownNanos());
    }

    private static Mark fromAvro(BookMarkState state) {
        return new Mark(InstrumentId.of(state.getInstrument()), new Price(state.getPrice()), state.getKnownNanos());
    }

    private static OpenOrderState toAvro(OpenOrder order) {
        return new OpenOrderState(
                order.orderId(),
                order.instrument().toString(),
                order.side().name(),
                order.quantity().units(),
                order.limitPrice() == null ? null : order.limitPrice().units(),
                order.filled().units(),
                order.state().name(),
                order.reports(),
                order.decidedAtNanos());
    }

    private static OpenOrder fromAvro(OpenOrderState state) {
        return new OpenOrder(
                state.getOrderId(),
                InstrumentId.of(state.getInstrument()),
                Side.valueOf(state.getSide()),
                new Quantity(state.getQuantity()),
                state.getLimitPrice() == null ? null : new Price(state.getLimitPrice()),
                new Quantity(state.getFilled()),
                OrderState.valueOf(state.getState()),
                state.getReports(),
                state.getDecidedAtNanos());
    }

    private static MomentState toAvro(Moment moment) {
        return new MomentState(
                moment.timeNanos(), moment.kind().name(), moment.instrument(), moment.source(), moment.ordinal());
    }

    private static Moment fromAvro(MomentState state) {
        return new Moment(
                state.getTimeNanos(),
                Moment.Kind.valueOf(state.getKind()),
                state.getInstrument(),
                state.getSource(),
                state.getOrdinal());
    }
}
