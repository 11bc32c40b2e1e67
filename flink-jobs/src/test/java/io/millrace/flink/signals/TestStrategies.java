package io.millrace.flink.signals;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Quantity;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.flink.kafka.Encoder;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRecords;
import io.millrace.flink.kafka.TestRegistry;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Strategies as tests configure them. */
final class TestStrategies {
    private TestStrategies() {}

    /** A strategy on one-minute bars that turns often. */
    static StrategySpec rsi(InstrumentId instrument, long version, Duration effectiveAfterStart) {
        return new StrategySpec(
                "rsi-" + instrument.symbol(),
                version,
                "account-" + instrument.symbol(),
                instrument,
                "rsi-reversal",
                Duration.ofMinutes(1).toNanos(),
                Quantity.of("0.1"),
                new TreeMap<>(Map.of("period", 5.0, "oversold", 45.0, "overbought", 55.0)),
                true,
                TestRecords.START + effectiveAfterStart.toNanos());
    }

    static StrategySpec disabled(StrategySpec spec) {
        return new StrategySpec(
                spec.strategyId(),
                spec.version(),
                spec.accountId(),
                spec.instrument(),
                spec.kind(),
                spec.intervalNanos(),
                spec.quantity(),
                spec.parameters(),
                false,
                spec.effectiveFromNanos());
    }

    static StrategySpec withInterval(StrategySpec spec, Duration interval) {
        return new StrategySpec(
                spec.strategyId(),
                spec.version(),
                spec.accountId(),
                spec.instrument(),
                spec.kind(),
                interval.toNanos(),
                spec.quantity(),
                spec.parameters(),
                spec.enabled(),
                spec.effectiveFromNanos());
    }

    static StrategySpec withKind(StrategySpec spec, String kind) {
        return new StrategySpec(
                spec.strategyId(),
                spec.version(),
                spec.accountId(),
                spec.instrument(),
                kind,
                spec.intervalNanos(),
                spec.quantity(),
                spec.parameters(),
                spec.enabled(),
                spec.effectiveFromNanos());
    }

    static KafkaRecord record(StrategySpec spec) {
        var encoder = new Encoder<>(Topics.STRATEGIES, new TestRegistry().connect());
        return TestRecords.at(encoder.value(spec), spec.version());
    }
}
