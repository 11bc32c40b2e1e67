package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.ETH;
import static io.millrace.streams.Samples.START;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;

/**
 * What the state of a release is made of: the {@link Feed}, stopped within a bar, and orders of a person that rest over the
 * stop. At the stop every kind of state has something in it: positions, open orders, queued commands, intents that wait for
 * a clock, trades that wait to be matched, marks that are not valued yet.
 */
final class GoldenMarket {
    private static final int BARS = 24;
    private static final int STOP = 16;

    private final List<Release.Sent> before = new ArrayList<>();
    private final List<Release.Sent> after = new ArrayList<>();

    GoldenMarket(Wire wire) {
        var feed = new Feed(wire, BARS);
        for (int bar = 0; bar < STOP; bar++) {
            feed.bar(bar, (topic, sent) -> before.add(sent(topic, sent)));
        }
        before.add(sent(Topics.INTENTS, wire.value(Topics.INTENTS, resting("m1", "B", 1, BTC, "700"))));
        before.add(sent(Topics.INTENTS, wire.value(Topics.INTENTS, resting("m2", "B", 2, BTC, "790"))));
        before.add(sent(Topics.INTENTS, wire.value(Topics.INTENTS, resting("m3", "C", 1, ETH, "10"))));
        feed.bar(STOP, (topic, sent) -> (isOfTheOther(topic, sent) ? after : before).add(sent(topic, sent)));
        after.add(sent(Topics.INTENTS, wire.value(Topics.INTENTS, cancel("m4", "B", 3, BTC, "m1"))));
        for (int bar = STOP + 1; bar < BARS; bar++) {
            feed.bar(bar, (topic, sent) -> after.add(sent(topic, sent)));
        }
        after.add(sent(Topics.INTENTS, wire.value(Topics.INTENTS, cancel("m5", "C", 2, ETH, "m3"))));
        after.add(sent(Topics.INTENTS, wire.value(Topics.INTENTS, resting("m1", "B", 1, BTC, "700"))));
        feed.end((topic, sent) -> after.add(sent(topic, sent)));
    }

    /** What came in before the stop. */
    List<Release.Sent> before() {
        return before;
    }

    /** What comes in after it. */
    List<Release.Sent> after() {
        return after;
    }

    /** A bar is all of the one instrument and then all of the other, beginning with its trades. */
    private boolean isOfTheOther(Topic<?> topic, TestRecord<byte[], byte[]> sent) {
        return !after.isEmpty()
                || (topic.equals(Topics.TRADES) && Wire.text(sent.key()).equals(ETH.toString()));
    }

    private static Release.Sent sent(Topic<?> topic, TestRecord<byte[], byte[]> sent) {
        return new Release.Sent(topic.name(), sent);
    }

    private static OrderIntent resting(String id, String account, long ordinal, InstrumentId instrument, String limit) {
        var terms = OrderTerms.limit(Side.BUY, Quantity.of("0.5"), Price.of(limit));
        return manual(id, Action.SUBMIT, account, ordinal, instrument, terms, null);
    }

    private static OrderIntent cancel(String id, String account, long ordinal, InstrumentId instrument, String order) {
        return manual(id, Action.CANCEL, account, ordinal, instrument, null, order);
    }

    private static OrderIntent manual(
            String id,
            Action action,
            String account,
            long ordinal,
            InstrumentId instrument,
            OrderTerms terms,
            String order) {
        return new OrderIntent(
                id,
                action,
                OrderIntent.MANUAL,
                0,
                account,
                instrument,
                ordinal,
                START,
                Ordering.ARRIVAL,
                terms,
                order,
                "by hand");
    }
}
