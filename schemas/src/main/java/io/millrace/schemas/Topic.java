package io.millrace.schemas;

import java.time.Duration;
import java.util.function.Function;

/**
 * A topic of the catalogue.
 *
 * @param name {@code <domain>.<entity>.v<major>}
 * @param codec of its values
 * @param key the key of a value; keys are plain UTF-8 text
 * @param keyMeaning what the key stands for
 * @param spread over how many partitions
 * @param cleanup how old records go
 * @param retention how long they stay where cleanup deletes
 * @param owner the one stage that writes it
 * @param <V> the domain's type of its values
 */
public record Topic<V>(
        String name,
        Codec<V> codec,
        Function<V, String> key,
        String keyMeaning,
        Spread spread,
        Cleanup cleanup,
        Duration retention,
        String owner,
        String description) {
    /** How old records go. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    /** Over how many partitions; topics of one spread have the same number, so that they can be read side by side. */
    public enum Spread {
        BY_INSTRUMENT(4),
        BY_ACCOUNT(4),
        SINGLE(1);

        private final int partitions;

        Spread(int partitions) {
            this.partitions = partitions;
        }

        int partitions() {
            return partitions;
        }
    }

    /** How many partitions it gets where {@link Sizing} is not told otherwise; the broker knows how many it has. */
    public int partitions() {
        return spread.partitions();
    }

    /** Subject of the values' schema (TopicNameStrategy). */
    public String subject() {
        return name + "-value";
    }

    /** Where records of this topic go that a reader could not use. */
    public String deadLetters() {
        return name + ".dlq";
    }

    @Override
    public String toString() {
        return name;
    }
}
