package io.millrace.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.Moment;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderEvent.Requested;
import io.millrace.core.execution.OrderState;
import io.millrace.core.execution.OrderStatus;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
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
import io.millrace.streams.avro.BookState;
import io.millrace.streams.avro.ClocksState;
import java.util.List;
import java.util.Set;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class AvroFormatTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final InstrumentId EUR_USD = InstrumentId.of("EUR-USD.FX");
    private static final InstrumentId USD_JPY = InstrumentId.of("USD-JPY.FX");

    @Test
    void readsBackEveryPartOfABook() {
        var book = new AccountBook(
                Portfolio.restored(
                        "A",
                        new Basis("USD", Account.Type.CASH, Account.Positions.HEDGING, Account.Costs.FIFO),
                        Balance.of("", Money.of("10"), Money.of("-3.5"), null),
                        List.of(
                                Balance.of("EUR", Money.of("1"), Money.of("2"), new Rate(EUR_USD, false, null)),
                                Balance.of(
                                        "JPY",
                                        Money.of("0"),
                                        Money.of("-9"),
                                        new Rate(USD_JPY, true, Price.of("100.5"))),
                                Balance.of("SEK", Money.of("0"), Money.of("7"), null)),
                        List.of(
                                new Position(
                                        BTC,
                                        PositionSide.SHORT,
                                        "JPY",
                                        Quantity.of("-2"),
                                        Money.of("-7"),
                                        Money.of("1.25"),
                                        Money.of("0.00000001"),
                                        Money.of("-0.5"),
                                        Lots.of(List.of(
                                                new Lot(15, Quantity.of("-0.5"), Money.of("-3")),
                                                new Lot(16, Quantity.of("-1.5"), Money.of("-4"))))),
                                Position.flat(EUR_USD)),
                        List.of(new Mark(BTC, Price.of("3.5"), 17)),
                        Long.MIN_VALUE,
                        Money.of("11"),
                        Money.of("12")),
                List.of(
                        order(OrderStatus.of(OrderState.PARTIALLY_FILLED), null),
                        order(
                                new OrderStatus(OrderState.TRIGGERED, Set.of(Requested.CANCEL, Requested.REPLACE)),
                                new OpenOrder.Replacement(
                                        "i2", OrderTerms.market(Side.SELL, Quantity.of("2")), Price.of("7")))),
                new Moment(17, Moment.Kind.REPORT, BTC.toString(), "o1", 2));
        var format = new AvroFormat<>(
                StateCodec.of(BookState.getClassSchema(), BookState.class, BookCodec::toAvro, BookCodec::fromAvro));

        assertThat(format.decode(format.encode(book))).isEqualTo(book);
        assertThat(format.decode(format.encode(AccountBook.empty("B")))).isEqualTo(AccountBook.empty("B"));
    }

    private static OpenOrder order(OrderStatus status, OpenOrder.Replacement replacement) {
        return new OpenOrder(
                "o1",
                BTC,
                "s1",
                OrderTerms.stopLimit(Side.SELL, Quantity.of("3"), Price.of("5"), Price.of("4")),
                new OrderLink("g1", "o0", OrderLink.Rule.CANCELS),
                Price.of("6"),
                Quantity.of("1"),
                status,
                2,
                16,
                Quantity.of("2"),
                replacement);
    }

    @Test
    void doesNotReadWhatNoReleaseWrote() throws Exception {
        var other = SchemaBuilder.record("ClocksState")
                .namespace("io.millrace.streams.avro")
                .fields()
                .requiredString("instrument")
                .endRecord();
        var old = new GenericData.Record(other);
        old.put("instrument", BTC.toString());
        var bytes = new BinaryMessageEncoder<GenericData.Record>(new GenericData(), other)
                .encode(old)
                .array();

        assertThatThrownBy(() -> new AvroFormat<>(ClocksStore.CODEC).decode(bytes))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void writesAvrosOwnSingleObjectEncoding() throws Exception {
        var clocks = new InstrumentClocks(BTC, 1, 2, true, false, 3);

        var record = new BinaryMessageDecoder<GenericData.Record>(new GenericData(), ClocksState.getClassSchema())
                .decode(new AvroFormat<>(ClocksStore.CODEC).encode(clocks));

        assertThat(record.get("sentNanos")).isEqualTo(3L);
        assertThat(record.get("upstreamGivenUp")).isEqualTo(true);
    }
}
