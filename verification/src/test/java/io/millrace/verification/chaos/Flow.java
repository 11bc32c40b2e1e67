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
    private final Set<String> decided = new HashSet<>();
    private final Set<String> approved = new HashSet<>();
    private final Set<String> commanded = new HashSet<>();
    private final Set<String> submitted = new HashSet<>();
    private final Set<String> reported = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
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
                (RiskDecision decision) -> decided.add(decision.intent().intentId()));
        route(Topics.APPROVED_ORDERS, registry, (ApprovedOrder order) -> approved.add(order.intentId()));
        route(Topics.VENUE_COMMANDS, registry, (VenueCommand command) -> {
            commanded.add(command.intentId());
            if (command.terms() != null) {
                submitted.add(command.orderId());
            }
        });
        route(Topics.EXECUTION_REPORTS, registry, (ExecutionReport report) -> reported.add(report.orderId()));
    }

    @Override
    public void accept(RawRecord record) {
        var at = record.at();
        var partition = new TopicPartition(at.topic(), at.partition());
        lastOffsets.put(partition, at.offset());
        counts.merge(at.topic(), 1, Integer::sum);
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

    /** Number of records seen by topic. */
    Map<String, Integer> counts() {
        return counts;
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
        missing(missing, "decision on", intents, decided);
        missing(missing, "command for", approved, commanded);
        return missing;
    }

    private static void missing(List<String> missing, String what, Collection<String> wanted, Set<String> there) {
        var lacking = wanted.stream().filter(id -> !there.contains(id)).toList();
        if (!lacking.isEmpty()) {
            missing.add(lacking.size() + " times a " + what + " such as " + lacking.get(0));
        }
    }

    private void clock(List<String> missing, Topic<?> topic, Recorder recorder, String key, long endNanos) {
        int partition = Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % recorder.partitions(topic);
        long reached = clocks.getOrDefault(new TopicPartition(topic.name(), partition), Long.MIN_VALUE);
        if (reached < endNanos) {
            missing.add("the clock %d of %s-%d, which stands at %d".formatted(endNanos, topic, partition, reached));
        }
    }

    private void clock(TopicPartition partition, RawRecord record) {
        var text = record.headers().get(ClockRecords.HEADER);
        if (text != null) {
            var headers = new RecordHeaders();
            headers.add(ClockRecords.HEADER, text.getBytes(UTF_8));
            ClockRecords.read(headers).ifPresent(clock -> clocks.merge(partition, clock.timeNanos(), Math::max));
        }
    }

    private <V> void route(Topic<V> topic, SchemaRegistry registry, Consumer<V> taker) {
        var serde = new TopicSerde<>(topic, registry);
        routes.put(topic.name(), record -> {
            try {
                taker.accept(serde.decode(record.value()));
            } catch (UndecodableException poison) {
                counts.merge("unreadable", 1, Integer::sum);
            }
        });
    }
}
