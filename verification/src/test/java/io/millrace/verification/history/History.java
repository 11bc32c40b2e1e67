package io.millrace.verification.history;

import io.millrace.core.clock.Clock;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything one run wrote, as committed readers see it, and what drivers put in. Immutable. What a run does not have
 * (no ledger, no gateway, no raw log) is empty, and the checkers of that have nothing to say.
 */
public final class History {
    private final Map<String, List<Logged<?>>> values;
    private final Map<String, List<Logged<Clock>>> clocks;
    private final List<Logged<LetterBytes>> letters;
    private final List<Logged<LetterBytes>> unreadable;
    private final Attachments attachments;

    /** What is beside the topics. */
    private record Attachments(
            Optional<List<LedgerRow>> ledger,
            Optional<List<OrderShown>> orders,
            Optional<List<LogEntry>> log,
            Driven driven,
            Conditions conditions) {
        static final Attachments NONE = new Attachments(
                Optional.empty(), Optional.empty(), Optional.empty(), Driven.NOTHING, Conditions.STANDARD);
    }

    private History(
            Map<String, List<Logged<?>>> values,
            Map<String, List<Logged<Clock>>> clocks,
            List<Logged<LetterBytes>> letters,
            List<Logged<LetterBytes>> unreadable,
            Attachments attachments) {
        this.values = values;
        this.clocks = clocks;
        this.letters = letters;
        this.unreadable = unreadable;
        this.attachments = attachments;
    }

    /**
     * Sorts and decodes a run's records.
     *
     * @param records the committed records of all topics, each partition in its order; other topics are left out
     */
    public static History of(Iterable<RawRecord> records, SchemaRegistry registry) {
        var reader = new RecordReader(registry);
        records.forEach(reader::take);
        return new History(reader.values(), reader.clocks(), reader.letters(), reader.unreadable(), Attachments.NONE);
    }

    /** A topic's values, each partition in its order. */
    @SuppressWarnings("unchecked")
    <V> List<Logged<V>> of(Topic<V> topic) {
        return (List<Logged<V>>) (List<?>) values.getOrDefault(topic.name(), List.of());
    }

    /** A topic's clocks, each partition in its order. */
    List<Logged<Clock>> clocks(Topic<?> topic) {
        return clocks.getOrDefault(topic.name(), List.of());
    }

    /** All dead letters of all topics. */
    List<Logged<LetterBytes>> letters() {
        return letters;
    }

    /** Committed records of topics of the catalogue that do not hold a value of their topic. */
    List<Logged<LetterBytes>> unreadable() {
        return unreadable;
    }

    Optional<List<LedgerRow>> ledger() {
        return attachments.ledger();
    }

    /** The orders as the gateway shows them. */
    Optional<List<OrderShown>> orders() {
        return attachments.orders();
    }

    /** What is in the broker's own files, transaction markers included. */
    Optional<List<LogEntry>> log() {
        return attachments.log();
    }

    /** What drivers put in. */
    public Driven driven() {
        return attachments.driven();
    }

    Conditions conditions() {
        return attachments.conditions();
    }

    /** Number of committed records of all topics, clocks included. */
    public int size() {
        return values.values().stream().mapToInt(List::size).sum()
                + clocks.values().stream().mapToInt(List::size).sum()
                + letters.size()
                + unreadable.size();
    }

    public History withLedger(List<LedgerRow> rows) {
        return with(new Attachments(
                Optional.of(List.copyOf(rows)),
                attachments.orders(),
                attachments.log(),
                attachments.driven(),
                attachments.conditions()));
    }

    public History withOrders(List<OrderShown> orders) {
        return with(new Attachments(
                attachments.ledger(),
                Optional.of(List.copyOf(orders)),
                attachments.log(),
                attachments.driven(),
                attachments.conditions()));
    }

    public History withLog(List<LogEntry> log) {
        return with(new Attachments(
                attachments.ledger(),
                attachments.orders(),
                Optional.of(List.copyOf(log)),
                attachments.driven(),
                attachments.conditions()));
    }

    public History withDriven(Driven driven) {
        return with(new Attachments(
                attachments.ledger(), attachments.orders(), attachments.log(), driven, attachments.conditions()));
    }

    public History withConditions(Conditions conditions) {
        return with(new Attachments(
                attachments.ledger(), attachments.orders(), attachments.log(), attachments.driven(), conditions));
    }

    /** The same run with other values in a topic. */
    <V> History with(Topic<V> topic, UnaryOperator<List<Logged<V>>> change) {
        var changed = new HashMap<>(values);
        changed.put(topic.name(), new ArrayList<>(change.apply(new ArrayList<>(of(topic)))));
        return new History(changed, clocks, letters, unreadable, attachments);
    }

    /** The same run with other clocks in a topic. */
    History withClocks(Topic<?> topic, UnaryOperator<List<Logged<Clock>>> change) {
        var changed = new HashMap<>(clocks);
        changed.put(topic.name(), change.apply(new ArrayList<>(clocks(topic))));
        return new History(values, changed, letters, unreadable, attachments);
    }

    /** The same run with other dead letters. */
    History withLetters(List<Logged<LetterBytes>> others) {
        return new History(values, clocks, List.copyOf(others), unreadable, attachments);
    }

    /** The same run with other records that cannot be read. */
    History withUnreadable(List<Logged<LetterBytes>> others) {
        return new History(values, clocks, letters, List.copyOf(others), attachments);
    }

    private History with(Attachments others) {
        return new History(values, clocks, letters, unreadable, others);
    }

    /** Whether a topic belongs to a run's history. */
    public static boolean holds(String topic) {
        return Topics.all().stream().anyMatch(one -> topic.equals(one.name()) || topic.equals(one.deadLetters()));
    }
}
