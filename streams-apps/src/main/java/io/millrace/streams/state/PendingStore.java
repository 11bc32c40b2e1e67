package io.millrace.streams.state;

import io.millrace.core.clock.Moment;
import io.millrace.core.clock.Pending;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What waits for a task's accounts: in memory, and in a store whose keys sort by account and moment. What comes and goes
 * between two commits is never encoded.
 *
 * @param <E> what waits
 */
public final class PendingStore<E> implements Pending<E>, StepState {
    private record Place(String accountId, Moment moment) {}

    private final StateSection section;
    private final StateFormat<E> format;
    private final Map<String, NavigableMap<Moment, E>> accounts = new TreeMap<>();
    private final Map<Place, E> before = new LinkedHashMap<>();

    /**
     * @param accountId of an event
     * @param moment of an event
     */
    public PendingStore(
            StateSection section, StateFormat<E> format, Function<E, String> accountId, Function<E, Moment> moment) {
        this.section = section;
        this.format = format;
        section.forEach(bytes -> {
            var event = format.decode(bytes);
            of(accountId.apply(event)).put(moment.apply(event), event);
        });
    }

    @Override
    public void put(String accountId, Moment moment, E event) {
        remember(accountId, moment, of(accountId).put(moment, event));
    }

    @Override
    public Entry<E> first(String accountId) {
        var first = of(accountId).firstEntry();
        return first == null ? null : new Entry<>(first.getKey(), first.getValue());
    }

    @Override
    public void remove(String accountId, Moment moment) {
        remember(accountId, moment, of(accountId).remove(moment));
    }

    @Override
    public void forEach(BiConsumer<String, Entry<E>> visitor) {
        accounts.forEach((account, events) ->
                events.forEach((moment, event) -> visitor.accept(account, new Entry<>(moment, event))));
    }

    @Override
    public void write() {
        before.forEach((place, old) -> {
            var now = of(place.accountId()).get(place.moment());
            if (!Objects.equals(old, now)) {
                if (now == null) {
                    section.delete(key(place));
                } else {
                    section.put(key(place), () -> format.encode(now));
                }
            }
        });
        before.clear();
    }

    private void remember(String accountId, Moment moment, E old) {
        var place = new Place(accountId, moment);
        if (!before.containsKey(place)) {
            before.put(place, old);
        }
    }

    private NavigableMap<Moment, E> of(String accountId) {
        return accounts.computeIfAbsent(accountId, a -> new TreeMap<>());
    }

    private static long rank(Moment.Kind kind) {
        return switch (kind) {
            case REPORT -> 0;
            case MARK -> 1;
            case INTENT -> 2;
            case SLICE -> 3;
        };
    }

    private SortedKey key(Place place) {
        var moment = place.moment();
        return section.key()
                .text(place.accountId())
                .number(moment.timeNanos())
                .number(rank(moment.kind()))
                .text(moment.instrument())
                .text(moment.source())
                .number(moment.ordinal());
    }
}
