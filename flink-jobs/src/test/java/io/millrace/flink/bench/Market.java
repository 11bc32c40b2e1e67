package io.millrace.flink.bench;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Trades of some instruments, in turn. First one trade an hour, until every indicator of every interval is ready; then
 * {@value #TRADES_PER_MINUTE} a minute (an American share has some hundreds, gold futures have 30). So every measured
 * trade closes as many bars, and every bar has as many indicators, however many instruments there are. The instruments'
 * clocks are spread over an hour, so that their bars do not close all at once.
 *
 * <p>The instruments' names are chosen so that the subtasks get equally many of them.
 */
final class Market {
    static final int PARTITIONS = 4;
    static final int TRADES_PER_MINUTE = 100;
    private static final int WARM_UP_HOURS = 36;
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long BETWEEN_TRADES = Duration.ofMinutes(1).toNanos() / TRADES_PER_MINUTE;
    private static final long START = 400_000 * HOUR;
    private static final int KEY_GROUPS = 128;
    private static final int MAX_QUANTITY = 1_000;
    private static final List<AggressorSide> SIDES = List.of(AggressorSide.values());
    private static final long CENT = Price.of("0.01").units();

    private final InstrumentId[] instruments;
    private final long[] sequences;
    private final long[] cents;
    private final Random random = new Random(1);

    Market(int instruments, int subtasks) {
        this.instruments = names(instruments, subtasks);
        sequences = new long[instruments];
        cents = new long[instruments];
        Arrays.fill(cents, 10_000);
    }

    /** How many trades come before the measured ones. */
    long warmUp() {
        return (long) WARM_UP_HOURS * instruments.length;
    }

    /** Writes the warm-up and then so many trades. */
    void write(String bootstrap, String topic, int trades) {
        var serde = new TopicSerde<>(Topics.TRADES, new TestRegistry().connect());
        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        1 << 17),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (long n = 0; n < warmUp() + trades; n++) {
                int index = (int) (n % instruments.length);
                var trade = next(index, n / instruments.length);
                var key = trade.instrument().toString().getBytes(StandardCharsets.UTF_8);
                // A trade that does not arrive is missed by every run.
                var unused = producer.send(new ProducerRecord<>(topic, index % PARTITIONS, key, serde.encode(trade)));
            }
        }
    }

    private Trade next(int index, long round) {
        long phase = HOUR / instruments.length * index;
        long passed =
                round < WARM_UP_HOURS ? round * HOUR : WARM_UP_HOURS * HOUR + (round - WARM_UP_HOURS) * BETWEEN_TRADES;
        cents[index] = Math.max(1_000, cents[index] + random.nextInt(5) - 2);
        return new Trade(
                instruments[index],
                START + phase + passed,
                sequences[index]++,
                new Price(cents[index] * CENT),
                Quantity.of(Integer.toString(1 + random.nextInt(MAX_QUANTITY))),
                SIDES.get(random.nextInt(SIDES.size())));
    }

    private static InstrumentId[] names(int count, int subtasks) {
        var names = new InstrumentId[count];
        var taken = new int[subtasks];
        int candidate = 0;
        for (int i = 0; i < count; candidate++) {
            var name = new InstrumentId("I%05d-USD".formatted(candidate), "BENCH");
            int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(name.toString(), KEY_GROUPS, subtasks);
            if (taken[subtask] < (count + subtasks - 1) / subtasks) {
                taken[subtask]++;
                names[i++] = name;
            }
        }
        return names;
    }
}
