package io.millrace.core.clock;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What has come and is not taken yet, per account in the order of its moments. */
public interface Pending<E> {
    /** An event and when it is to be taken. */
    record Entry<E>(Moment moment, E event) {}

    /** Adds an event; one at the same moment is the same event sent twice and is replaced. */
    void put(String accountId, Moment moment, E event);

    /** The account's earliest event, null if there is none. */
    Entry<E> first(String accountId);

    void remove(String accountId, Moment moment);

    /** Every waiting event with its account, in any order; read once at start. */
    void forEach(BiConsumer<String, Entry<E>> visitor);

    static <E> Pending<E> inMemory() {
        return new Pending<>() {
            private final Map<String, TreeMap<Moment, E>> events = new HashMap<>();

            @Override
            public void put(String accountId, Moment moment, E event) {
                events.computeIfAbsent(accountId, a -> new TreeMap<>()).put(moment, event);
            }

            @Override
            public Entry<E> first(String accountId) {
                var first = events.getOrDefault(accountId, new TreeMap<>()).firstEntry();
                return first == null ? null : new Entry<>(first.getKey(), first.getValue());
            }

            @Override
            public void remove(String accountId, Moment moment) {
                events.getOrDefault(accountId, new TreeMap<>()).remove(moment);
            }

            @Override
            public void forEach(BiConsumer<String, Entry<E>> visitor) {
                events.forEach((account, queue) ->
                        queue.forEach((moment, event) -> visitor.accept(account, new Entry<>(moment, event))));
            }
        };
    }
}
