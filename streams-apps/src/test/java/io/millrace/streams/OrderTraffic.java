package io.millrace.streams;

import static io.millrace.streams.Samples.SECOND;
import static io.millrace.streams.Samples.START;

import io.millrace.core.clock.Clock;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Intents at a steady rate, each with the clock that follows it, over as many accounts, strategies and instruments, and when
 * each was sent. Event time runs at a pace of its own, so that limits per minute do not depend on the rate.
 */
final class OrderTraffic implements AutoCloseable {
    /** What intents of one stretch have in common. */
    enum Shape {
        /** Taken as they arrive: no clock is waited for. */
        ARRIVAL(Ordering.ARRIVAL),
        /** Taken in event time: decided once the signals' clock has come, and the venue's where an order is open. */
        EVENT_TIME(Ordering.EVENT_TIME);

        private final Ordering ordering;

        Shape(Ordering ordering) {
            this.ordering = ordering;
        }
    }

    /** The intents from one number to before another. */
    record Stretch(int from, int to) {
        int size() {
            return to - from;
        }
    }

    private static final int ACCOUNTS = 64;
    private static final int MOST = 1 << 20;
    private static final long STEP_NANOS = SECOND / 100;
    private static final Price MARK = Price.of("800");
    private static final Quantity QUANTITY = Quantity.of("0.1");
    private static final String PREFIX = "b";

    private final String intents;
    private final AtomicLongArray sentNanos = new AtomicLongArray(MOST);
    private final Wire wire = new Wire(Wire.registry());
    private final KafkaProducer<byte[], byte[]> producer;
    private int next;

    /** @param intents the topic that it sends to */
    OrderTraffic(String bootstrap, String intents) {
        this.intents = intents;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Accounts, instruments with a mark, and strategies, one of each for every account. */
    void control() {
        send(Topics.POLICIES, Samples.policy());
        for (int k = 0; k < ACCOUNTS; k++) {
            send(Topics.ACCOUNTS, Samples.account(account(k)));
            send(Topics.INSTRUMENTS, Samples.instrument(instrument(k)));
            send(Topics.STRATEGIES, Samples.strategy(strategy(k), account(k), instrument(k)));
            clock(new Clock(instrument(k), 0, START - SECOND, MARK, START - SECOND));
        }
        producer.flush();
    }

    /** Sends market orders at a rate for some seconds. */
    Stretch send(Shape shape, int perSecond, int seconds) {
        return send(shape, perSecond, sent -> sent < perSecond * seconds, n -> OrderTerms.market(sideOf(n), QUANTITY));
    }

    /** Sends market orders at a rate for as long as it is asked to. */
    Stretch sendWhile(Shape shape, int perSecond, BooleanSupplier goesOn) {
        return send(shape, perSecond, sent -> goesOn.getAsBoolean(), n -> OrderTerms.market(sideOf(n), QUANTITY));
    }

    /** Sends each account an order that rests far from the market. */
    Stretch sendResting() {
        return send(
                Shape.ARRIVAL,
                ACCOUNTS,
                sent -> sent < ACCOUNTS,
                n -> OrderTerms.limit(Side.BUY, QUANTITY, Price.of("100")));
    }

    private Stretch send(Shape shape, int perSecond, IntPredicate goesOn, IntFunction<OrderTerms> terms) {
        int from = next;
        long begin = System.nanoTime();
        for (int i = 0; goesOn.test(i); i++) {
            long due = begin + (long) (i * (double) SECOND / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int n = next++;
            var intent = intent(n, shape, terms.apply(n));
            var encoded = wire.value(Topics.INTENTS, intent);
            sentNanos.set(n, System.nanoTime());
            send(new ProducerRecord<>(intents, encoded.key(), encoded.value()));
            clock(new Clock(intent.instrument(), 0, intent.eventTimeNanos(), MARK, intent.eventTimeNanos()));
        }
        return new Stretch(from, next);
    }

    /** When an intent was handed to the producer, {@link System#nanoTime()}. */
    long sentNanos(int number) {
        return sentNanos.get(number);
    }

    /** The number of an order of this traffic. */
    static int number(String orderId) {
        return Integer.parseInt(orderId.substring(PREFIX.length()));
    }

    static String accountOf(InstrumentId instrument) {
        return "A" + instrument.symbol().substring(1, instrument.symbol().indexOf('-'));
    }

    @Override
    public void close() {
        producer.close();
    }

    private static OrderIntent intent(int n, Shape shape, OrderTerms terms) {
        int k = n % ACCOUNTS;
        return new OrderIntent(
                PREFIX + n,
                Action.SUBMIT,
                strategy(k),
                1,
                account(k),
                instrument(k),
                n / ACCOUNTS + 1,
                START + n * STEP_NANOS,
                shape.ordering,
                terms,
                null,
                "because");
    }

    private static Side sideOf(int n) {
        return n / ACCOUNTS % 2 == 0 ? Side.BUY : Side.SELL;
    }

    private static String account(int k) {
        return "A%02d".formatted(k);
    }

    private static String strategy(int k) {
        return "s%02d".formatted(k);
    }

    private static InstrumentId instrument(int k) {
        return InstrumentId.of("I%02d-USD.BENCH".formatted(k));
    }

    private void clock(Clock clock) {
        var headers = wire.clock("", clock).headers();
        send(new ProducerRecord<>(intents, 0, Wire.bytes("c"), null, headers));
    }

    private <V> void send(Topic<V> topic, V value) {
        TestRecord<byte[], byte[]> encoded = wire.value(topic, value);
        send(new ProducerRecord<>(topic.name(), encoded.key(), encoded.value()));
    }

    private void send(ProducerRecord<byte[], byte[]> sent) {
        var unused = producer.send(sent, (metadata, failure) -> {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        });
    }
}
