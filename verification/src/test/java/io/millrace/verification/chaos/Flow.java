package io.millrace.verification.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.core.market.Trade;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.schemas.UndecodableException;
import io.millrace.verification.history.Place;
import io.millrace.verification.history.RawRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;

/** Follows what comes through, to say where the market stands and what is still missing. */
final class Flow implements Consumer<RawRecord> {
    private final Map<String, Consumer<RawRecord>> routes = new HashMap<>();
    private final Map<TopicPartition, Long> clocks = new HashMap<>();
    private final Map<TopicPartition, Long> lastOffsets = new HashMap<>();
    private final Map<String, RiskDecision> decisions = new HashMap<>();
    private final Set<String> approved = new HashSet<>();
    private final Set<String> commanded = new HashSet<>();
    private final Set<String> submitted = new HashSet<>();
    private final Set<String> reported = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private volatile BigDecimal price;

    /** @param registry must answer at any time */
    Flow(SchemaRegistry registry) {
        route(
                Topics.TRADES,
                registry,
                (Trade trade) -> price = new BigDecimal(trade.price().toString()));
        route(
                Topics.DECISIONS,
                registry,
                (RiskDecision decision) -> decisions.put(decision.intent().intentId(), decision));
        route(Topics.APPROVED_ORDERS, registry, (ApprovedOrder order) -> approved.add(order.intentId()));
        route(Topics.VENUE_COMMANDS, registry, (VenueCommand command) -> {
            commanded.add(command.intentId());
            if (command.terms() != null) {
                submitted.add(command.orderId());
            }
        });
        route(Topics.EXECUTION_REPORTS, registry, this::reported);
    }

    @Override
    public void accept(RawRecord record) {
        var at = record.at();
        var partition = new TopicPartition(at.topic(), at.partition());
        lastOffsets.put(partition, at.offset());
        if (record.value() == null) {
            clock(partition, record);
        } else {
            routes.getOrDefault(at.topic(), any -> {}).accept(record);
        }
    }

    /** Price of the last trade, once there is one. */
    Optional<BigDecimal> price() {
        return Optional.ofNullable(price);
    }

    /** What risk said to an intent, once it has. */
    Optional<RiskDecision> decision(String intentId) {
        return Optional.ofNullable(decisions.get(intentId));
    }

    /** Orders that their venue has reported on, and that have not ended. */
    Set<String> open() {
        var open = new HashSet<>(reported);
        open.removeAll(ended);
        return open;
    }

    /** The last place seen in each partition. */
    List<Place> ends() {
        return lastOffsets.entrySet().stream()
                .map(entry -> new Place(entry.getKey().topic(), entry.getKey().partition(), entry.getValue()))
                .toList();
    }

    /** What has not come through yet, in words; empty when all is. */
    List<String> missing(Collection<String> intents, Collection<String> accounts, long endNanos, Recorder recorder) {
        var missing = undecided(intents);
        missing(missing, "report on", submitted, reported);
        for (var topic : List.of(Topics.BARS, Topics.FEATURES)) {
            clock(missing, topic, recorder, Market.INSTRUMENT, endNanos);
        }
        for (var account : accounts) {
            clock(missing, Topics.DECISIONS, recorder, account, endNanos);
            clock(missing, Topics.EQUITY, recorder, account, endNanos);
        }
        return missing;
    }

    /** What has not come to a decision, or not to its venue, in words; empty when all has. */
    List<String> undecided(Collection<String> intents) {
        var missing = new ArrayList<String>();
        missing(missing, "decision on", intents, decisions.keySet());
        missing(missing, "command for", approved, commanded);
        return missing;
    }

    private static void missing(List<String> missing, String what, Collection<String> wanted, Set<String> there) {
        var lacking = wanted.stream().filter(id -> !there.contains(id)).toList();
        if (!lacking.isEmpty()) {
            missing.add(lacking.size() + " times a " + what + " such as " + lacking.get(0));
        }
    }

    /**
     * Whether risk has told these accounts of the market's time: an order on arrival is decided at the person's own time
     * before that, years after all trades, and no price of theirs is fresh for that account any more.
     */
    boolean haveTime(Collection<String> accounts, Recorder recorder) {
        return accounts.stream()
                .allMatch(account -> clocks.containsKey(partition(Topics.DECISIONS, account, recorder)));
    }

    private void clock(List<String> missing, Topic<?> topic, Recorder recorder, String key, long endNanos) {
        var partition = partition(topic, key, recorder);
        long reached = clocks.getOrDefault(partition, Long.MIN_VALUE);
        if (reached < endNanos) {
            missing.add("the clock %d of %s, which stands at %d".formatted(endNanos, partition, reached));
        }
    }

    private static TopicPartition partition(Topic<?> topic, String key, Recorder recorder) {
        int number = Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % recorder.partitions(topic);
        return new TopicPartition(topic.name(), number);
    }

    private void clock(TopicPartition partition, RawRecord record) {
        var text = record.headers().get(ClockRecords.HEADER);
        if (text != null) {
            var headers = new RecordHeaders();
            headers.add(ClockRecords.HEADER, text.getBytes(UTF_8));
            ClockRecords.read(headers).ifPresent(clock -> clocks.merge(partition, clock.timeNanos(), Math::max));
        }
    }

    private void reported(ExecutionReport report) {
        reported.add(report.orderId());
        if (report.type().isFinal()) {
            ended.add(report.orderId());
        }
    }

    private <V> void route(Topic<V> topic, SchemaRegistry registry, Consumer<V> taker) {
        var serde = new TopicSerde<>(topic, registry);
        routes.put(topic.name(), record -> {
            if (!record.headers().containsKey(BrokerFaults.POISON)) {
                taker.accept(decoded(serde, record));
            }
        });
    }

    private static <V> V decoded(TopicSerde<V> serde, RawRecord record) {
        try {
            return serde.decode(record.value());
        } catch (UndecodableException e) {
            throw new IllegalStateException(record.at() + " cannot be read, and is no poison", e);
        }
    }
}
