package io.millrace.core.order;

/**
 * When an intent is taken up.
 *
 * <p>{@link #EVENT_TIME}: at its own event time, in order with everything else that happened then, so that a replay
 * takes it at the same place. {@link #ARRIVAL}: at once, at the account's current event time; a replay follows the
 * recorded decision. People's orders arrive, strategies' have an event time.
 */
public enum Ordering {
    EVENT_TIME,
    ARRIVAL
}
