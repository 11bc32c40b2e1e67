package io.millrace.local.demo;

import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes in every record of the platform and keeps what the summary needs. */
final class Harvest {
    private final SchemaRegistry registry;
    private final Market market = new Market();
    private final Trading trading = new Trading();
    private final DeadLetterTally deadLetters = new DeadLetterTally();
    private final Frontier frontier = new Frontier();
    private final Digest digest = new Digest();
    private final Map<String, Route> routes = new HashMap<>();
    private int controls;

    /** What happens to a topic's records. */
    private interface Route {
        void take(ConsumerRecord<byte[], byte[]> record);
    }

    Harvest(SchemaRegistry registry) {
        this.registry = registry;
        route(Topics.TRADES, (trade, at) -> market.trade(trade, at.timestamp()));
        route(Topics.BARS, (bar, at) -> market.bar(bar));
        route(Topics.INDICATORS, (snapshot, at) -> market.indicators(snapshot));
        route(Topics.FEATURES, (vector, at) -> market.features());
        route(Topics.INTENTS, (intent, at) -> trading.intent(intent));
        digested(Topics.DECISIONS, (decision, at) -> trading.decision(decision, at.timestamp()));
        route(Topics.APPROVED_ORDERS, (order, at) -> trading.approved(order));
        route(Topics.VENUE_COMMANDS, (command, at) -> trading.command(command));
        digested(Topics.EXECUTION_REPORTS, (report, at) -> trading.report(report));
        route(Topics.POSITIONS, (position, at) -> trading.position(position));
        digested(Topics.EQUITY, (point, at) -> trading.equity(point));
        route(Topics.INSTRUMENTS, (instrument, at) -> controls++);
        route(Topics.POLICIES, (policy, at) -> controls++);
        route(Topics.STRATEGIES, (strategy, at) -> controls++);
        route(Topics.ACCOUNTS, (account, at) -> {
            controls++;
            trading.account(account);
        });
        Topics.all()
                .forEach(topic ->
                        routes.put(topic.deadLetters(), record -> deadLetters.add(record.topic(), record.headers())));
    }

    /** Reads all schemas, so that the registry may be away later. */
    static Harvest with(SchemaRegistry registry) {
        Topics.all()
                .forEach(topic -> registry.byId(
                        registry.idOf(topic.subject(), topic.codec().schema())));
        return new Harvest(registry);
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        var route = routes.get(record.topic());
        if (route != null) {
            route.take(record);
        }
    }

    Market market() {
        return market;
    }

    Trading trading() {
        return trading;
    }

    DeadLetterTally deadLetters() {
        return deadLetters;
    }

    Frontier frontier() {
        return frontier;
    }

    /** Hash of all decisions, reports and equity. */
    String digest() {
        return digest.hex();
    }

    /** Versions seen in the control topics. */
    int controls() {
        return controls;
    }

    private <V> void route(Topic<V> topic, BiConsumer<V, ConsumerRecord<byte[], byte[]>> taker) {
        var serde = new TopicSerde<>(topic, registry);
        routes.put(topic.name(), record -> {
            if (record.value() == null) {
                ClockRecords.read(record.headers())
                        .ifPresent(clock -> frontier.seen(record.topic(), record.partition(), clock));
            } else {
                taker.accept(serde.decode(record.value()), record);
            }
        });
    }

    private <V> void digested(Topic<V> topic, BiConsumer<V, ConsumerRecord<byte[], byte[]>> taker) {
        route(topic, (value, record) -> {
            digest.add(record.topic(), topic.key().apply(value), value.toString());
            taker.accept(value, record);
        });
    }
}
