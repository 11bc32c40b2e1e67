package io.millrace.schemas;

import io.millrace.schemas.process.Settings;

/**
 * How large topics are made.
 *
 * @param byInstrument partitions of topics keyed by instrument
 * @param byAccount partitions of topics keyed by account
 * @param replication number of brokers that hold each partition
 */
public record Sizing(int byInstrument, int byAccount, short replication) {
    private static final int MAX_PARTITIONS = 1_024;
    private static final int MAX_REPLICATION = 7;

    /** The catalogue's numbers, on one broker. */
    public static final Sizing DEFAULT =
            new Sizing(Topic.Spread.BY_INSTRUMENT.partitions(), Topic.Spread.BY_ACCOUNT.partitions(), (short) 1);

    /** One partition for all, on one broker: for one small machine, where each further one only costs. */
    public static final Sizing SMALLEST = new Sizing(1, 1, (short) 1);

    /** As {@link #of(Settings, Sizing)}, else the catalogue's numbers. */
    public static Sizing of(Settings settings) {
        return of(settings, DEFAULT);
    }

    /** From {@code MILLRACE_INSTRUMENT_PARTITIONS}, {@code MILLRACE_ACCOUNT_PARTITIONS}, {@code MILLRACE_REPLICATION}. */
    public static Sizing of(Settings settings, Sizing otherwise) {
        return new Sizing(
                settings.integer("MILLRACE_INSTRUMENT_PARTITIONS", otherwise.byInstrument, 1, MAX_PARTITIONS),
                settings.integer("MILLRACE_ACCOUNT_PARTITIONS", otherwise.byAccount, 1, MAX_PARTITIONS),
                (short) settings.integer("MILLRACE_REPLICATION", otherwise.replication, 1, MAX_REPLICATION));
    }

    int partitions(Topic<?> topic) {
        return switch (topic.spread()) {
            case BY_INSTRUMENT -> byInstrument;
            case BY_ACCOUNT -> byAccount;
            case SINGLE -> topic.partitions();
        };
    }
}
