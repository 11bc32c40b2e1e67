package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long parts were away after a kill: until they were ready again, whatever else was broken meanwhile.
 *
 * @param millis by part, in the order of the kills that were survived
 */
record Recoveries(SortedMap<String, List<Long>> millis) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param events {@code kills.jsonl} of a run */
    static Recoveries of(Path events) throws IOException {
        var killed = new HashMap<String, Long>();
        var millis = new TreeMap<String, List<Long>>();
        for (var line : Files.readAllLines(events)) {
            take(JSON.readTree(line), killed, millis);
        }
        return new Recoveries(millis);
    }

    private static void take(JsonNode event, Map<String, Long> killed, SortedMap<String, List<Long>> millis) {
        long at = event.path(HistoryFile.AT).asLong();
        if (event.path("kind").asText().equals(Fault.Kind.KILL.name())
                && event.path("done").asBoolean()) {
            killed.putIfAbsent(event.path("target").asText(), at);
        } else if (event.path("notice").asText().equals("is back")) {
            var part = event.path("part").asText();
            var since = killed.remove(part);
            if (since != null) {
                millis.computeIfAbsent(part, any -> new ArrayList<>()).add(at - since);
            }
        }
    }

    /** The middle one of a part's. */
    static long median(List<Long> ofPart) {
        return ofPart.stream().sorted().skip(ofPart.size() / 2).findFirst().orElse(0L);
    }

    static long longest(List<Long> ofPart) {
        return ofPart.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
