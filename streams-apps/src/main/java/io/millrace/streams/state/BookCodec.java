package io.millrace.streams.state;

import io.millrace.core.clock.Moment;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderEvent.Requested;
import io.millrace.core.execution.OrderState;
import io.millrace.core.execution.OrderStatus;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.Balance;
import io.millrace.core.portfolio.Basis;
import io.millrace.core.portfolio.Lot;
import io.millrace.core.portfolio.Lots;
import io.millrace.core.portfolio.Mark;
import io.millrace.core.portfolio.Portfolio;
import io.millrace.core.portfolio.Position;
import io.millrace.core.portfolio.PositionSide;
import io.millrace.core.portfolio.Rate;
import io.millrace.schemas.Topics;
import io.millrace.streams.avro.BookMarkState;
import io.millrace.streams.avro.BookState;
import io.millrace.streams.avro.CurrencyState;
import io.millrace.streams.avro.LotState;
import io.millrace.streams.avro.MomentState;
import io.millrace.streams.avro.OpenOrderState;
import io.millrace.streams.avro.PositionState;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;

/** An account's book to Avro and back. */
public final class BookCodec {
    private static final AvroFormat<ApprovedOrder> APPROVED = new AvroFormat<>(Topics.APPROVED_ORDERS.codec());

    private BookCodec() {}

    public static BookState toAvro(AccountBook book) {
        var portfolio = book.portfolio();
        return new BookState(
                portfolio.accountId(),
                portfolio.own().deposits().units(),
                portfolio.own().cash().units(),
                portfolio.positions().stream().map(BookCodec::toAvro).toList(),
                portfolio.marks().stream().map(BookCodec::toAvro).toList(),
                portfolio.dayNanos(),
                portfolio.dayStartEquity().units(),
                portfolio.peakEquity().units(),
                book.openOrders().stream().map(BookCodec::toAvro).toList(),
                book.last() == null ? null : toAvro(book.last()),
                portfolio.basis().currency(),
                portfolio.basis().type().name(),
                portfolio.basis().positions().name(),
                portfolio.basis().costs().name(),
                portfolio.foreign().stream().map(BookCodec::toAvro).toList());
    }

    public static AccountBook fromAvro(BookState state) {
        return new AccountBook(
                Portfolio.restored(
                        state.getAccountId(),
                        new Basis(
                                state.getCurrency(),
                                Account.Type.valueOf(state.getType()),
                                Account.Positions.valueOf(state.getPositionMode()),
                                Account.Costs.valueOf(state.getCosts())),
                        Balance.of("", new Money(state.getDeposits()), new Money(state.getCash()), null),
                        state.getForeign().stream().map(BookCodec::fromAvro).toList(),
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
                position.fees().units(),
                position.side().name(),
                position.currency(),
                position.funding().units(),
                position.lots().toList().stream().map(BookCodec::toAvro).toList());
    }

    private static Position fromAvro(PositionState state) {
        return new Position(
                InstrumentId.of(state.getInstrument()),
                PositionSide.valueOf(state.getSide()),
                state.getCurrency(),
                new Quantity(state.getQuantity()),
                new Money(state.getCost()),
                new Money(state.getRealisedProfit()),
                new Money(state.getFees()),
                new Money(state.getFunding()),
                Lots.of(state.getLots().stream().map(BookCodec::fromAvro).toList()));
    }

    private static LotState toAvro(Lot lot) {
        return new LotState(
                lot.openedNanos(), lot.quantity().units(), lot.cost().units());
    }

    private static Lot fromAvro(LotState state) {
        return new Lot(state.getOpenedNanos(), new Quantity(state.getQuantity()), new Money(state.getCost()));
    }

    private static CurrencyState toAvro(Balance balance) {
        var rate = balance.rate();
        return new CurrencyState(
                balance.currency(),
                balance.deposits().units(),
                balance.cash().units(),
                rate == null ? null : rate.instrument().toString(),
                rate != null && rate.inverse(),
                rate == null || rate.price() == null ? null : rate.price().units());
    }

    private static Balance fromAvro(CurrencyState state) {
        var rate = state.getRateInstrument() == null
                ? null
                : new Rate(
                        InstrumentId.of(state.getRateInstrument()),
                        state.getRateInverse(),
                        state.getRatePrice() == null ? null : new Price(state.getRatePrice()));
        return Balance.of(state.getCurrency(), new Money(state.getDeposits()), new Money(state.getCash()), rate);
    }

    private static BookMarkState toAvro(Mark mark) {
        return new BookMarkState(mark.instrument().toString(), mark.price().units(), mark.knownNanos());
    }

    private static Mark fromAvro(BookMarkState state) {
        return new Mark(InstrumentId.of(state.getInstrument()), new Price(state.getPrice()), state.getKnownNanos());
    }

    private static OpenOrderState toAvro(OpenOrder order) {
        var replacement = order.replacement();
        return new OpenOrderState(
                order.orderId(),
                order.instrument().toString(),
                order.side().name(),
                order.quantity().units(),
                order.terms().limitPrice() == null
                        ? null
                        : order.terms().limitPrice().units(),
                order.filled().units(),
                order.status().confirmed().name(),
                order.reports(),
                order.decidedAtNanos(),
                ByteBuffer.wrap(APPROVED.encode(approved(order, order.orderId(), Action.SUBMIT, order.terms()))),
                units(order.reservePrice()),
                asked(order.status()),
                order.released() == null ? null : order.released().units(),
                replacement == null
                        ? null
                        : ByteBuffer.wrap(APPROVED.encode(
                                approved(order, replacement.intentId(), Action.REPLACE, replacement.terms()))),
                replacement == null ? null : units(replacement.reservePrice()));
    }

    private static OpenOrder fromAvro(OpenOrderState state) {
        var approved = state.getApproved() == null ? withoutTerms(state) : approved(state.getApproved());
        return new OpenOrder(
                state.getOrderId(),
                InstrumentId.of(state.getInstrument()),
                approved.strategyId(),
                approved.terms(),
                approved.link(),
                price(state.getReservePrice()),
                new Quantity(state.getFilled()),
                new OrderStatus(OrderState.valueOf(state.getState()), asked(state)),
                state.getReports(),
                state.getDecidedAtNanos(),
                state.getReleased() == null ? null : new Quantity(state.getReleased()),
                replacement(state));
    }

    /** What was asked last; that a replace is awaited beside a cancel is told by the replacement. */
    private static String asked(OrderStatus status) {
        return switch (status.state()) {
            case PENDING_CANCEL -> Requested.CANCEL.name();
            case PENDING_REPLACE -> Requested.REPLACE.name();
            default -> null;
        };
    }

    private static Set<Requested> asked(OpenOrderState state) {
        if (state.getAsked() == null) {
            return Set.of();
        }
        var asked = EnumSet.of(Requested.valueOf(state.getAsked()));
        if (state.getReplacement() != null) {
            asked.add(Requested.REPLACE);
        }
        return asked;
    }

    private static OpenOrder.Replacement replacement(OpenOrderState state) {
        if (state.getReplacement() == null) {
            return null;
        }
        var approved = approved(state.getReplacement());
        return new OpenOrder.Replacement(
                approved.intentId(), approved.terms(), price(state.getReplacementReservePrice()));
    }

    /** The order as if it were approved with terms, those in force now or those asked for. */
    private static ApprovedOrder approved(OpenOrder order, String intentId, Action action, OrderTerms terms) {
        return new ApprovedOrder(
                order.orderId(),
                intentId,
                action,
                "",
                order.strategyId(),
                order.instrument(),
                terms,
                Ordering.EVENT_TIME,
                order.decidedAtNanos(),
                order.link());
    }

    private static Long units(Price price) {
        return price == null ? null : price.units();
    }

    private static Price price(Long units) {
        return units == null ? null : new Price(units);
    }

    private static ApprovedOrder approved(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return APPROVED.decode(bytes);
    }

    /** What was written when there were only market and limit orders. */
    private static ApprovedOrder withoutTerms(OpenOrderState state) {
        var side = Side.valueOf(state.getSide());
        var quantity = new Quantity(state.getQuantity());
        return new ApprovedOrder(
                state.getOrderId(),
                state.getOrderId(),
                Action.SUBMIT,
                "",
                "",
                InstrumentId.of(state.getInstrument()),
                state.getLimitPrice() == null
                        ? OrderTerms.market(side, quantity)
                        : OrderTerms.limit(side, quantity, new Price(state.getLimitPrice())),
                Ordering.EVENT_TIME,
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
