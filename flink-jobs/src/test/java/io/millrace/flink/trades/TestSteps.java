package io.millrace.flink.trades;

import static io.millrace.flink.kafka.TestRecords.BTC;
import static io.millrace.flink.kafka.TestRecords.START;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Bar;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.flink.job.DataQuality;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Steps as tests put them in. */
public final class TestSteps {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private TestSteps() {}

    /** What the first operator makes of records: trades, bars of one and five minutes, and clocks. */
    public static List<MarketStep> of(List<KafkaRecord> trades) throws Exception {
        var function = new TradesFunction(
                        "test",
                        List.of(INTERVAL, INTERVAL.multipliedBy(5)),
                        List.of(),
                        Duration.ofSeconds(1),
                        DataQuality.STANDARD,
                        new TestRegistry())
                .sendingTrades();
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function), KafkaRecord::keyText, Types.STRING);
        harness.open();
        for (var trade : trades) {
            harness.processElement(new StreamRecord<>(trade));
        }
        var steps = harness.extractOutputValues();
        harness.close();
        return steps;
    }

    /** One-minute bars of one instrument whose prices swing. */
    public static List<MarketStep> bars(int count) {
        var random = new Random(3);
        var steps = new ArrayList<MarketStep>();
        double price = 1_000;
        for (int i = 0; i < count; i++) {
            price = Math.max(10, price + random.nextGaussian() * 5 + Math.sin(i / 9.0) * 6);
            steps.add(bar(i, Price.of("%.2f".formatted(price))));
        }
        return steps;
    }

    public static MarketStep bar(int number, Price close) {
        long open = START + INTERVAL.multipliedBy(number).toNanos();
        var volume = Quantity.of("1" + number % 7);
        var bar = new Bar(
                BTC,
                open,
                INTERVAL.toNanos(),
                close,
                close.plusBps(10),
                close.plusBps(-10),
                close,
                volume,
                close.times(volume),
                Quantity.of("3"),
                9,
                open + 1);
        return MarketStep.of(bar, open + INTERVAL.plusSeconds(1).toNanos());
    }

    /** The same bar as one that something else than time closed. */
    public static MarketStep ofType(MarketStep step, String type, long ordinal) {
        var bar = step.bar();
        return MarketStep.of(
                new Bar(
                        bar.instrument(),
                        bar.openTimeNanos(),
                        0,
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume(),
                        bar.notional(),
                        bar.buyVolume(),
                        bar.tradeCount(),
                        bar.lastTradeNanos(),
                        type,
                        ordinal,
                        0,
                        0),
                step.knownAtNanos());
    }

    /** The step's bar again, with the prices of another. */
    public static MarketStep restated(MarketStep step, Bar prices) {
        var bar = step.bar();
        return MarketStep.of(
                new Bar(
                        bar.instrument(),
                        bar.openTimeNanos(),
                        bar.intervalNanos(),
                        prices.open(),
                        prices.high(),
                        prices.low(),
                        prices.close(),
                        bar.volume(),
                        bar.notional(),
                        bar.buyVolume(),
                        bar.tradeCount(),
                        bar.lastTradeNanos(),
                        bar.type(),
                        bar.ordinal(),
                        1,
                        0),
                step.knownAtNanos());
    }

    public static MarketStep again(Bar bar, long knownAtNanos) {
        return MarketStep.of(bar, knownAtNanos);
    }

    public static MarketStep clock(int number) {
        var bar = bar(number, Price.of("1"));
        return MarketStep.of(Clock.of(BTC, bar.knownAtNanos()));
    }
}
