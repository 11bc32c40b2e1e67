package io.millrace.local.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The id that a model of an instrument's regimes has by default, {@code regimes-INSTRUMENT-INTERVAL}, in what the gateway
 * takes: 64 letters, digits, dots, underscores and dashes. Where the instrument has others or is too long, the first
 * digits of its SHA-256 follow it, so that each instrument has its own id.
 */
final class RegimeModelId {
    private static final int LONGEST = 64;
    private static final int HASH_DIGITS = 8;
    private static final String PREFIX = "regimes-";

    private RegimeModelId() {}

    static String of(String instrument, Duration interval) {
        String iso = interval.toString();
        String suffix = "-" + iso.substring(iso.indexOf('T') + 1).toLowerCase(Locale.ROOT);
        String written = instrument.replaceAll("[^A-Za-z0-9._-]", "-");
        int room = LONGEST - PREFIX.length() - suffix.length();
        if (written.equals(instrument) && written.length() <= room) {
            return PREFIX + written + suffix;
        }
        int kept = Math.min(written.length(), room - 1 - HASH_DIGITS);
        return PREFIX + written.substring(0, kept) + "-" + hash(instrument) + suffix;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
