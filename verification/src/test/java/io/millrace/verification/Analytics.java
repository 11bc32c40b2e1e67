package io.millrace.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All that the exactly-once jobs sent in a run.
 *
 * @param records by topic, then by key, in the order of the key's partition
 */
public record Analytics(Map<String, SortedMap<String, List<String>>> records) {
    /** After it comes where a record lay, which is another place in every run. */
    private static final String PLACE = "\t@";
    /** A header of what somebody put in to see it refused. */
    private static final Pattern POISON = Pattern.compile("(^|\t)poison=");

    private static final Set<String> JOBS = Set.of("bars-indicators", "features");

    /**
     * Reads them.
     *
     * @param directory with a file for each topic, as {@code demo --records} writes it
     */
    public static Analytics of(Path directory) throws IOException {
        var records = new TreeMap<String, SortedMap<String, List<String>>>();
        for (var topic : topics()) {
            records.put(topic.name(), records(directory.resolve(topic.name())));
        }
        return new Analytics(records);
    }

    /** By key, each in the order of its partition: value, byte for byte, and headers; not where it lay, nor poison. */
    private static SortedMap<String, List<String>> records(Path file) throws IOException {
        var records = new TreeMap<String, List<String>>();
        for (var line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            int key = line.indexOf('\t');
            int place = line.indexOf(PLACE);
            var record = line.substring(key + 1, place < 0 ? line.length() : place);
            if (!POISON.matcher(record).find()) {
                records.computeIfAbsent(line.substring(0, key), any -> new ArrayList<>())
                        .add(record);
            }
        }
        return records;
    }

    private static List<Topic<?>> topics() {
        return Topics.all().stream()
                .filter(topic -> JOBS.contains(topic.owner()))
                .toList();
    }

    /** Record by record, so that the first that differs is named. */
    public void assertSameAs(Analytics expected) {
        assertThat(records).containsOnlyKeys(expected.records.keySet());
        records.forEach((topic, byKey) -> {
            var expectedByKey = expected.records.get(topic);
            assertThat(byKey).as(topic).containsOnlyKeys(expectedByKey.keySet());
            byKey.forEach((key, sent) -> assertSame(topic + " " + key, sent, expectedByKey.get(key)));
        });
    }

    private static void assertSame(String where, List<String> sent, List<String> expected) {
        for (int i = 0; i < Math.min(sent.size(), expected.size()); i++) {
            assertThat(sent.get(i)).as("%s, record %d", where, i).isEqualTo(expected.get(i));
        }
        assertThat(sent.size()).as(where).isEqualTo(expected.size());
    }
}
