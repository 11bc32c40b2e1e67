package io.millrace.verification.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.core.clock.Clock;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.schemas.UndecodableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Sorts a run's records into values, clocks, dead letters and what cannot be read. */
final class RecordReader {
    private final Map<String, TopicSerde<?>> serdes = new HashMap<>();
    private final Set<String> deadLetters =
            Topics.all().stream().map(Topic::deadLetters).collect(Collectors.toSet());
    private final Map<String, List<Logged<?>>> values = new HashMap<>();
    private final Map<String, List<Logged<Clock>>> clocks = new HashMap<>();
    private final List<Logged<LetterBytes>> letters = new ArrayList<>();
    private final List<Logged<LetterBytes>> unreadable = new ArrayList<>();

    RecordReader(SchemaRegistry registry) {
        Topics.all().forEach(topic -> serdes.put(topic.name(), new TopicSerde<>(topic, registry)));
    }

    void take(RawRecord record) {
        var topic = record.at().topic();
        if (deadLetters.contains(topic)) {
            letters.add(logged(record, new LetterBytes(record.value())));
        } else if (serdes.containsKey(topic)) {
            try {
                sort(record);
            } catch (UndecodableException e) {
                unreadable.add(logged(record, new LetterBytes(record.value())));
            }
        }
    }

    private void sort(RawRecord record) {
        var topic = record.at().topic();
        if (record.value() != null) {
            var value = serdes.get(topic).decode(record.value());
            values.computeIfAbsent(topic, any -> new ArrayList<>()).add(logged(record, value));
        } else if (record.headers().containsKey(ClockRecords.HEADER)) {
            var headers = new RecordHeaders();
            headers.add(
                    ClockRecords.HEADER,
                    record.headers().get(ClockRecords.HEADER).getBytes(UTF_8));
            clocks.computeIfAbsent(topic, any -> new ArrayList<>())
                    .add(logged(record, ClockRecords.read(headers).orElseThrow()));
        }
    }

    private static <V> Logged<V> logged(RawRecord record, V value) {
        return new Logged<>(record.at(), record.appendedMillis(), record.key(), record.headers(), value);
    }

    Map<String, List<Logged<?>>> values() {
        return values;
    }

    Map<String, List<Logged<Clock>>> clocks() {
        return clocks;
    }

    List<Logged<LetterBytes>> letters() {
        return letters;
    }

    List<Logged<LetterBytes>> unreadable() {
        return unreadable;
    }
}
