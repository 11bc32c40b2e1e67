package io.millrace.core.clock;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What waits, kept in memory. */
public final class InMemoryPending<E> implements Pending<E> {
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
}
