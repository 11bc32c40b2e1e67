package io.millrace.core.clock;

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
}
