package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.ETH;
import static io.millrace.streams.Samples.EUR;
import static io.millrace.streams.Samples.MINUTE;
import static io.millrace.streams.Samples.SECOND;
import static io.millrace.streams.Samples.START;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Quote;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;

/**
 * What the state of a release is made of: the {@link Feed}, stopped within a bar, and what people want around the stop, so
 * that there is something in everything that a state can hold. What there is to trade and who trades it: {@link
 * GoldenControl}.
 */
final class GoldenMarket {
    private static final int BARS = 24;
    private static final int STOP = 16;
    private static final long FAR_AHEAD = 3 * 24 * 60 * MINUTE;

    /** There and back at one price loses the fees. */
    private static final OrderTerms ENTRY = OrderTerms.market(Side.BUY, Quantity.of("0.1"));

    private static final OrderTerms EXIT =
            OrderTerms.market(Side.SELL, Quantity.of("0.1")).reducing();

    private final Wire wire;
    private final List<Release.Sent> before = new ArrayList<>();
    private final List<Release.Sent> after = new ArrayList<>();
    private final Map<String, Long> ordinals = new HashMap<>();
    private List<Release.Sent> now = before;
    private int quotes;

    GoldenMarket(Wire wire) {
        this.wire = wire;
        var feed = new Feed(wire, BARS);
        for (int bar = 0; bar < STOP; bar++) {
            bar(feed, bar);
            early(bar);
        }
        submit("m1", "B", BTC, limit(Side.BUY, "0.5", "700"));
        var first = before.get(before.size() - 1);
        feed.bar(STOP, (topic, sent) -> (isOfTheOther(topic, sent) ? after : before).add(sent(topic, sent)));
        feed.ahead(BTC, START + FAR_AHEAD, (topic, sent) -> before.add(sent(topic, sent)));
        ask("m4", Action.REPLACE, "B", BTC, limit(Side.BUY, "0.5", "780"), "m2");
        ask("m5", Action.CANCEL, "D", BTC, null, "m21");
        quotes();
        now = after;
        quote(START + STOP * MINUTE + 4 * SECOND, "1.33");
        submit("m6", "E", BTC, limit(Side.BUY, "0.5", "700"));
        ask("m7", Action.CANCEL, "B", BTC, null, "m1");
        for (int bar = STOP + 1; bar < BARS; bar++) {
            bar(feed, bar);
            late(bar);
        }
        ask("m8", Action.CANCEL, "C", ETH, null, "m3");
        after.add(first);
        feed.end((topic, sent) -> after.add(sent(topic, sent)));
        after.add(sent(Topics.QUOTES, wire.clock(EUR.toString(), Clock.of(EUR, feed.endNanos()))));
        clock(feed.endNanos(), Price.of("1.31"));
    }

    /** What came in before the stop. */
    List<Release.Sent> before() {
        return before;
    }

    /** What comes in after it. */
    List<Release.Sent> after() {
        return after;
    }

    /** What people want after a bar before the stop. */
    private void early(int bar) {
        switch (bar) {
            case 8 -> {
                var slices = limit(Side.BUY, "0.4", "700").splitBy(Algorithm.twap(16 * MINUTE, 8));
                submit("m9", "D", BTC, slices);
                submit("m10", "F", BTC, OrderTerms.market(Side.BUY, Quantity.of("0.5")));
                submit("m11", "F", ETH, OrderTerms.market(Side.BUY, Quantity.of("0.2")));
                submit("m12", "D", BTC, limit(Side.BUY, "0.5", "710"));
                strategy(Action.SUBMIT, 1, bar, limit(Side.BUY, "0.5", "715"), null);
                submit("m26", "G", BTC, ENTRY);
            }
            case 10 -> {
                ask("m13", Action.CANCEL, "D", BTC, null, "m12");
                submit("m14", "F", BTC, OrderTerms.market(Side.BUY, Quantity.of("0.3")));
                var exit = OrderTerms.market(Side.SELL, Quantity.of("0.2")).reducing();
                submit("m15", "F", ETH, exit);
                strategy(Action.CANCEL, 2, bar, null, "s6 1");
                submit("m27", "G", BTC, EXIT);
            }
            case 12 -> rest();
            default -> {}
        }
    }

    /** What G wants after the stop: it loses once more, so that its next entry is refused. */
    private void late(int bar) {
        switch (bar - STOP) {
            case 1 -> submit("m28", "G", BTC, ENTRY);
            case 3 -> submit("m29", "G", BTC, EXIT);
            case 5 -> submit("m30", "G", BTC, ENTRY);
            default -> {}
        }
    }

    /** What people want a while before the stop, so that it rests or waits for a trigger then. */
    private void rest() {
        submit("m2", "B", BTC, limit(Side.BUY, "0.5", "790"));
        submit("m3", "C", ETH, limit(Side.BUY, "0.5", "10"));
        intent(new OrderIntent(
                "m16",
                Action.SUBMIT,
                OrderIntent.MANUAL,
                0,
                "D",
                BTC,
                ordinal("D"),
                START,
                Ordering.ARRIVAL,
                limit(Side.BUY, "20", "1000"),
                null,
                "by hand",
                List.of(
                        OrderTerms.stopMarket(Side.SELL, Quantity.of("20"), Price.of("600")),
                        limit(Side.SELL, "20", "1500")),
                Contingency.BRACKET));
        submit("m17", "D", BTC, OrderTerms.marketIfTouched(Side.BUY, Quantity.of("0.5"), Price.of("700")));
        submit("m18", "D", BTC, OrderTerms.trailingStop(Side.BUY, Quantity.of("0.5"), Trailing.by(Price.of("5"))));
        submit(
                "m19",
                "D",
                BTC,
                OrderTerms.limitIfTouched(Side.BUY, Quantity.of("0.5"), Price.of("900"), Price.of("720")));
        submit("m20", "D", BTC, limit(Side.BUY, "0.5", "730").showing(Quantity.of("0.1")));
        submit("m21", "D", BTC, limit(Side.BUY, "0.5", "740").lasting(TimeInForce.GTD, START + 40 * MINUTE));
        submit("m22", "E", BTC, limit(Side.BUY, "0.5", "690"));
        ask("m23", Action.HALT, "E", null, null, null);
        submit("m24", "D", EUR, limit(Side.BUY, "0.5", "1.31"));
    }

    /** Quotes within the bar of the stop, an order between them, and a quote that nothing has confirmed yet. */
    private void quotes() {
        long open = START + STOP * MINUTE;
        quote(open + SECOND, "1.30");
        submit("m25", "D", EUR, limit(Side.SELL, "0.5", "1.32"));
        quote(open + 2 * SECOND, "1.31");
        send(Topics.QUOTES, quoted(open + FAR_AHEAD, "1.32"));
    }

    /** A quote, and what risk has decided by then. */
    private void quote(long nanos, String bid) {
        var quote = quoted(nanos, bid);
        send(Topics.QUOTES, quote);
        clock(nanos, quote.bidPrice());
    }

    private void clock(long nanos, Price mark) {
        var clock = new Clock(EUR, 0, nanos, mark, nanos, QualityFlag.GAP.bit());
        now.add(sent(Topics.INTENTS, wire.clock(EUR.toString(), clock)));
    }

    private Quote quoted(long nanos, String bid) {
        var price = Price.of(bid);
        return new Quote(EUR, nanos, ++quotes, price, Quantity.of("9"), price.plusBps(10), Quantity.of("9"));
    }

    private void bar(Feed feed, int bar) {
        feed.bar(bar, (topic, sent) -> now.add(sent(topic, sent)));
        quote(START + (bar + 1) * MINUTE + SECOND, "1.31");
    }

    /** A bar is all of the one instrument and then all of the other, beginning with its trades. */
    private boolean isOfTheOther(Topic<?> topic, TestRecord<byte[], byte[]> sent) {
        return !after.isEmpty()
                || (topic.equals(Topics.TRADES) && Wire.text(sent.key()).equals(ETH.toString()));
    }

    private static OrderTerms limit(Side side, String quantity, String price) {
        return OrderTerms.limit(side, Quantity.of(quantity), Price.of(price));
    }

    private void submit(String id, String account, InstrumentId instrument, OrderTerms terms) {
        ask(id, Action.SUBMIT, account, instrument, terms, null);
    }

    private void ask(
            String id, Action action, String account, InstrumentId instrument, OrderTerms terms, String order) {
        intent(new OrderIntent(
                id,
                action,
                OrderIntent.MANUAL,
                0,
                account,
                instrument,
                ordinal(account),
                START,
                Ordering.ARRIVAL,
                terms,
                order,
                "by hand"));
    }

    /** What the strategy of the account D wants after the next bar. */
    private void strategy(Action action, long ordinal, int bar, OrderTerms terms, String order) {
        intent(new OrderIntent(
                "s6 " + ordinal,
                action,
                "s6",
                1,
                "D",
                BTC,
                ordinal,
                START + (bar + 2) * MINUTE,
                Ordering.EVENT_TIME,
                terms,
                order,
                "because"));
    }

    private long ordinal(String account) {
        return ordinals.merge(account, 1L, Long::sum);
    }

    private void intent(OrderIntent intent) {
        send(Topics.INTENTS, intent);
    }

    private <V> void send(Topic<V> topic, V value) {
        now.add(sent(topic, wire.value(topic, value)));
    }

    private static Release.Sent sent(Topic<?> topic, TestRecord<byte[], byte[]> sent) {
        return new Release.Sent(topic.name(), sent);
    }
}
