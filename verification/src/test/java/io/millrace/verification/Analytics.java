package io.millrace.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the exactly-once jobs sent in a run.
 *
 * @param records by topic, then by key, in the order of the key's partition
 */
record Analytics(Map<String, SortedMap<String, List<String>>> records) {
    private static final Set<String> JOBS = Set.of("bars-indicators", "features");

    static Analytics of(DemoRun run) throws IOException {
        var records = new TreeMap<String, SortedMap<String, List<String>>>();
        for (var topic : topics()) {
            records.put(topic.name(), run.records(topic));
        }
        return new Analytics(records);
    }

    private static List<Topic<?>> topics() {
        return Topics.all().stream()
                .filter(topic -> JOBS.contains(topic.owner()))
                .toList();
    }

    /** Record by record, so that the first that differs is named. */
    void assertSameAs(Analytics expected) {
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
