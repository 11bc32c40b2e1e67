package io.millrace.core.execution;

import io.millrace.core.order.VenueCommand;
import java.util.Comparator;

/**
 * A command on its way.
 *
 * @param actsNanos event time at which it acts
 */
public record QueuedCommand(VenueCommand command, long actsNanos) implements Comparable<QueuedCommand> {
    private static final Comparator<QueuedCommand> ORDER = Comparator.comparingLong(QueuedCommand::actsNanos)
            .thenComparing(queued -> queued.command().orderId())
            .thenComparing(queued -> queued.command().action())
            .thenComparing(queued -> queued.command().intentId());

    /** In the order in which they act; an order before its cancel. */
    @Override
    public int compareTo(QueuedCommand other) {
        return ORDER.compare(this, other);
    }

    /** The same command, acting later. */
    QueuedCommand at(long nanos) {
        return new QueuedCommand(command, nanos);
    }
}
