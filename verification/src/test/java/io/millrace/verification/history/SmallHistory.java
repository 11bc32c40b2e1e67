package io.millrace.verification.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.gateway.view.OrderViews;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.Driven.Poison;
import io.millrace.verification.history.LogEntry.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The good history that faults are planted into, with everything that a history can have; made once. */
final class SmallHistory {
    /** Its place in trading.intents, and what is in it. */
    static final Place POISONED = new Place(Topics.INTENTS.name(), 0, 1_000_003);

    static final LetterBytes POISON = new LetterBytes("not Avro".getBytes(UTF_8));

    private static final long PRODUCER = 7;
    private static final long ABORTING = 8;
    private static final History GOOD = make();

    private SmallHistory() {}

    static History good() {
        return GOOD;
    }

    private static History make() {
        try {
            var directory = Files.createTempDirectory(Path.of("target"), "small-run");
            var history = poisoned(SmallRun.of(directory, SmallRun.Breach.NONE));
            return history.withOrders(orders(history)).withLog(log(history));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static History poisoned(History history) {
        var poison = new Logged<>(POISONED, 0, "robot", Map.<String, String>of(), POISON);
        var letter = new Logged<>(
                new Place(Topics.INTENTS.deadLetters(), 0, 0),
                1,
                "robot",
                Map.of(
                        DeadLetters.STAGE,
                        "risk",
                        DeadLetters.TOPIC,
                        POISONED.topic(),
                        DeadLetters.PARTITION,
                        "0",
                        DeadLetters.OFFSET,
                        Long.toString(POISONED.offset())),
                POISON);
        var driven = history.driven();
        return history.withUnreadable(List.of(poison))
                .withLetters(List.of(letter))
                .withDriven(
                        new Driven(driven.trades(), driven.requests(), List.of(new Poison(POISONED.topic(), POISON))));
    }

    /** As the gateway's own views have them. */
    private static List<OrderShown> orders(History history) {
        var views = new OrderViews();
        history.of(Topics.DECISIONS).forEach(logged -> views.decided(logged.value()));
        history.of(Topics.EXECUTION_REPORTS).forEach(logged -> views.reported(logged.value()));
        return views.latest(any -> true, Integer.MAX_VALUE).stream()
                .map(order -> new OrderShown(
                        order.orderId(),
                        order.accountId(),
                        order.status().name(),
                        order.filledQuantity().toString(),
                        order.reports().size()))
                .toList();
    }

    /** Each partition as its broker has it: every record in a transaction that commits, others in one that aborts. */
    private static List<LogEntry> log(History history) {
        var places = new TreeMap<String, List<Place>>();
        for (var topic : Topics.all()) {
            history.of(topic).forEach(logged -> add(places, logged.at()));
            history.clocks(topic).forEach(logged -> add(places, logged.at()));
        }
        history.letters().forEach(logged -> add(places, logged.at()));
        history.unreadable().forEach(logged -> add(places, logged.at()));
        var log = new ArrayList<LogEntry>();
        places.values().forEach(ofTopic -> {
            ofTopic.sort((one, other) -> Long.compare(one.offset(), other.offset()));
            ofTopic.forEach(place -> {
                log.add(new LogEntry(place, PRODUCER, true, Kind.DATA));
                log.add(new LogEntry(after(place, 1), ABORTING, true, Kind.DATA));
                log.add(new LogEntry(after(place, 2), PRODUCER, true, Kind.COMMIT));
                log.add(new LogEntry(after(place, 3), ABORTING, true, Kind.ABORT));
            });
        });
        return log;
    }

    private static void add(Map<String, List<Place>> places, Place place) {
        places.computeIfAbsent(place.topic(), any -> new ArrayList<>()).add(place);
    }

    private static Place after(Place place, long offsets) {
        return new Place(place.topic(), place.partition(), place.offset() + offsets);
    }
}
