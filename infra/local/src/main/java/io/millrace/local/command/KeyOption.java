package io.millrace.local.command;

import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** Makes a request safe to repeat. */
final class KeyOption {
    @Option(names = "--key", paramLabel = "KEY", description = "Idempotency key: a repetition is the same request.")
    private String key;

    /** The key given, or a new one. */
    Optional<String> value() {
        return Optional.of(key == null ? UUID.randomUUID().toString() : key);
    }
}
