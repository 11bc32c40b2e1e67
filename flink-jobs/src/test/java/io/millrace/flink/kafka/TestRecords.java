package io.millrace.flink.kafka;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records as tests put them in and take them out. */
public final class TestRecords {
    public static final InstrumentId BTC = InstrumentId.of("BTC-USD.TEST");
    public static final InstrumentId ETH = InstrumentId.of("ETH-USD.TEST");
    /** Event time at which the tests' trades begin: a full hour. */
    public static final long START = Duration.ofHours(400_000).toNanos();

    private TestRecords() {}

    public static Trade trade(InstrumentId instrument, long sequence, Duration afterStart, String price) {
        return new Trade(
                instrument,
                START + afterStart.toNanos(),
                sequence,
                Price.of(price),
                Quantity.of("1"),
                AggressorSide.UNKNOWN);
    }

    public static KafkaRecord record(Trade trade) {
        return at(new Encoder<>(Topics.TRADES, new TestRegistry().connect()).value(trade), trade.sequence());
    }

    public static KafkaRecord clock(InstrumentId instrument, Duration afterStart) {
        var clock = Clock.of(instrument, START + afterStart.toNanos());
        return at(new Encoder<>(Topics.TRADES, new TestRegistry().connect()).clock(clock), -1);
    }

    public static KafkaRecord at(KafkaRecord record, long offset) {
        record.partition = 0;
        record.offset = offset;
        return record;
    }

    public static <V> V decode(Topic<V> topic, KafkaRecord record) {
        return new TopicSerde<>(topic, new TestRegistry().connect()).decode(record.value);
    }

    /** A header's text, null without it. */
    public static String header(KafkaRecord record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Trades of two instruments, some seconds apart, whose prices swing; at the end a clock of each. */
    public static List<KafkaRecord> market(int trades) {
        var random = new Random(7);
        var records = new ArrayList<KafkaRecord>();
        var time = Duration.ZERO;
        double price = 1_000;
        for (int i = 0; i < trades; i++) {
            time = time.plusMillis(random.nextInt(4_000));
            price = Math.max(10, price + random.nextGaussian() * 4 + Math.sin(i / 90.0) * 3);
            var instrument = i % 3 == 0 ? ETH : BTC;
            records.add(record(trade(instrument, i, time, "%.2f".formatted(price))));
        }
        records.add(clock(BTC, time.plusHours(1)));
        records.add(clock(ETH, time.plusHours(1)));
        return records;
    }
}
