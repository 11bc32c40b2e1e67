package io.millrace.local.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** One hash of everything in some topics, in the order of each key: equal for equal runs, on any number of partitions. */
final class Digest {
    private final TreeMap<String, MessageDigest> keys = new TreeMap<>();

    /** Adds a value; {@code text} is what counts of it. */
    void add(String topic, String key, String text) {
        var digest = keys.computeIfAbsent(topic + "|" + key, any -> sha256());
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    String hex() {
        var all = sha256();
        keys.forEach((key, digest) -> {
            all.update(key.getBytes(StandardCharsets.UTF_8));
            all.update(copyOf(digest).digest());
        });
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
