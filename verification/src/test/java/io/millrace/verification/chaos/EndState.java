package io.millrace.verification.chaos;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that happened to the account whose strategies trade, by topic and in order: every decision, approved order, report,
 * position and point of equity, to the byte.
 */
record EndState(SortedMap<String, List<String>> values) {
    private static final List<Topic<?>> TOPICS = List.of(
            Topics.DECISIONS, Topics.APPROVED_ORDERS, Topics.EXECUTION_REPORTS, Topics.POSITIONS, Topics.EQUITY);
    /** Of Confluent's wire format, before the value: a byte and the schema's id. */
    private static final int PREFIX_BYTES = 5;

    /** @param records of an undisturbed run, a directory as {@code demo --records} writes it */
    static EndState of(Path records) throws IOException {
        var values = new TreeMap<String, List<String>>();
        for (var topic : TOPICS) {
            var ofTopic = new ArrayList<String>();
            for (var line : Files.readAllLines(records.resolve(topic.name()))) {
                var cells = line.split("\t", 3);
                if (isOurs(cells[0]) && !cells[1].equals("-")) {
                    ofTopic.add(value(Base64.getDecoder().decode(cells[1])));
                }
            }
            values.put(topic.name(), ofTopic);
        }
        return new EndState(values);
    }

    /** @param records of a committed reader, each partition in its order */
    static EndState of(List<RawRecord> records) {
        var values = new TreeMap<String, List<String>>();
        TOPICS.forEach(topic -> values.put(topic.name(), new ArrayList<>()));
        for (var record : records) {
            var ofTopic = values.get(record.at().topic());
            if (ofTopic != null
                    && record.key() != null
                    && isOurs(record.key())
                    && record.value() != null
                    && !record.headers().containsKey(BrokerFaults.POISON)) {
                ofTopic.add(value(record.value()));
            }
        }
        return new EndState(values);
    }

    /** Equal for equal states. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            values.forEach((topic, ofTopic) -> {
                digest.update((topic + "\n").getBytes(StandardCharsets.UTF_8));
                ofTopic.forEach(value -> digest.update((value + "\n").getBytes(StandardCharsets.UTF_8)));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first thing that is otherwise. */
    Optional<String> differenceTo(EndState other) {
        for (var topic : values.keySet()) {
            var mine = values.get(topic);
            var theirs = other.values.get(topic);
            for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
                var one = i < mine.size() ? mine.get(i) : "nothing";
                var two = i < theirs.size() ? theirs.get(i) : "nothing";
                if (!one.equals(two)) {
                    return Optional.of("%s, record %d of the account: %s against %s".formatted(topic, i, one, two));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(String key) {
        return key.equals(Market.ACCOUNT)
                || key.startsWith(Market.ACCOUNT + "|")
                || key.startsWith(Market.ACCOUNT + "/");
    }

    private static String value(byte[] bytes) {
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, PREFIX_BYTES, bytes.length));
    }
}
