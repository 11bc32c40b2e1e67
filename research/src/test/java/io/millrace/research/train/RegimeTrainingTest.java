package io.millrace.research.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.regime.RegimeDetector;
import io.millrace.core.regime.RegimeKind;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RegimeTrainingTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.TEST");
    private static final InstrumentId ETH = InstrumentId.of("ETH-USD.TEST");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final BarSeries ALL = new BarSeries(BTC, MINUTE, Long.MIN_VALUE, Long.MAX_VALUE);

    /** Calm, wild for a while in the middle, calm again. */
    private static List<Bar> bars(InstrumentId instrument, Duration interval, int count) {
        var random = new Random(7);
        var bars = new ArrayList<Bar>();
        double close = 1_000;
        for (int i = 0; i < count; i++) {
            double step = i % 1_000 >= 400 && i % 1_000 < 600 ? 0.01 : 0.001;
            double open = close;
            close = open * Math.exp(step * random.nextGaussian());
            bars.add(bar(instrument, interval, i, Math.max(open, close) * (1 + step), Math.min(open, close), close, 0));
        }
        return bars;
    }

    private static Bar bar(
            InstrumentId instrument,
            Duration interval,
            int number,
            double high,
            double low,
            double close,
            int revision) {
        return new Bar(
                instrument,
                interval.toNanos() * number,
                interval.toNanos(),
                price(close),
                price(high),
                price(low),
                price(close),
                Quantity.of("1"),
                price(close).times(Quantity.of("1")),
                Quantity.of("1"),
                1,
                interval.toNanos() * number,
                Bar.TIME,
                0,
                revision,
                0);
    }

    private static Price price(double price) {
        return new Price(Math.round(price * 1e8));
    }

    @Test
    void findsTheCalmAndTheWildOnes() throws TooFewBarsException {
        var trained = RegimeTraining.train("btc", ALL, bars(BTC, MINUTE, 2_000), 2, 5, 77);

        assertThat(RegimeKind.errors(trained.model())).isEmpty();
        assertThat(trained.model().effectiveFromNanos()).isEqualTo(77);
        assertThat(trained.model().training().bars()).isEqualTo(2_000);
        assertThat(trained.model().training().toNanos()).isEqualTo(1_999 * MINUTE.toNanos());
        assertThat(trained.model().parameters().get("initial(turbulent)")).isBetween(0.19, 0.21);
        var detector = RegimeDetector.of(trained.model());
        var regimes = bars(BTC, MINUTE, 1_000).stream()
                .map(bar -> detector.update(bar, bar.endTimeNanos()))
                .flatMap(Optional::stream)
                .map(snapshot -> snapshot.regime())
                .toList();
        assertThat(regimes.subList(20, 390)).containsOnly("calm");
        assertThat(regimes.subList(410, 590)).containsOnly("turbulent");
    }

    @Test
    void tellsPeopleWhatItFound() throws TooFewBarsException {
        var text = RegimeTraining.train("btc", ALL, bars(BTC, MINUTE, 2_000), 2, 5, 0)
                .text();

        assertThat(text)
                .startsWith("btc: gaussian-hmm of 2 states on BTC-USD.TEST")
                .contains("2000 bars from 1970-01-01T00:00:00Z to 1970-01-02T09:19:00Z, log-likelihood ")
                .doesNotContain("NOT converged")
                .containsPattern("turbulent +20\\.[0-9]+% +[+-]0\\.[0-9]+% +[01]\\.[0-9]+%");
    }

    @Test
    void refusesASeriesThatIsTooShort() {
        assertThatThrownBy(() -> RegimeTraining.train("btc", ALL, bars(BTC, MINUTE, 299), 3, 10, 0))
                .hasMessage("TOO_FEW_BARS actual=299 limit=310 bars of BTC-USD.TEST, PT1M");
    }

    @Test
    void readsTheSeriesAsItWasStatedFirstUpToTheTopicsEnd() {
        var wanted = bars(BTC, MINUTE, 6);
        var topic = new BarsTopic();
        topic.add(wanted.get(0));
        topic.add(wanted.get(1));
        topic.add(wanted.get(2));
        bars(BTC, Duration.ofMinutes(5), 3).forEach(topic::add);
        bars(ETH, MINUTE, 3).forEach(topic::add);
        topic.clock();
        topic.add(bar(BTC, MINUTE, 2, 2, 1, 1.5, 1));
        topic.add(gone(wanted.get(1)));
        // A late trade made a bar where there was none.
        topic.add(bar(BTC, MINUTE, 3, 2, 1, 1.5, 1));
        topic.add(wanted.get(4));
        topic.add(wanted.get(5));

        var series = new BarSeries(BTC, MINUTE, MINUTE.toNanos(), 5 * MINUTE.toNanos());
        assertThat(topic.history().read(series)).containsExactly(wanted.get(1), wanted.get(2), wanted.get(4));
    }

    /** The bar without the trades it had. */
    private static Bar gone(Bar bar) {
        return new Bar(
                bar.instrument(),
                bar.openTimeNanos(),
                bar.intervalNanos(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                Quantity.ZERO,
                Money.ZERO,
                Quantity.ZERO,
                0,
                bar.lastTradeNanos(),
                Bar.TIME,
                0,
                1,
                0);
    }

    /** The topic market.bars in memory. */
    private static final class BarsTopic {
        private final TopicPartition partition = new TopicPartition(Topics.BARS.name(), 0);
        private final SchemaRegistry registry = new InMemoryRegistry();
        private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        private final TopicSerde<Bar> serde;

        BarsTopic() {
            registry.register(Topics.BARS.subject(), Topics.BARS.codec().schema());
            serde = new TopicSerde<>(Topics.BARS, registry);
        }

        void add(Bar bar) {
            add(bar.instrument(), serde.encode(bar), new RecordHeaders());
        }

        void clock() {
            var headers = new RecordHeaders();
            ClockRecords.write(headers, Clock.of(BTC, 1));
            add(BTC, null, headers);
        }

        private void add(InstrumentId instrument, byte[] value, RecordHeaders headers) {
            byte[] key = instrument.toString().getBytes(StandardCharsets.UTF_8);
            records.add(new ConsumerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    records.size(),
                    0,
                    TimestampType.CREATE_TIME,
                    key.length,
                    value == null ? -1 : value.length,
                    key,
                    value,
                    headers,
                    Optional.empty()));
        }

        BarHistory history() {
            var consumer = new MockConsumer<byte[], byte[]>("earliest");
            var nodes = new Node[] {Node.noNode()};
            consumer.updatePartitions(
                    partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, nodes[0], nodes, nodes)));
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, (long) records.size()));
            consumer.schedulePollTask(() -> records.forEach(consumer::addRecord));
            return new BarHistory(consumer, registry);
        }
    }
}
