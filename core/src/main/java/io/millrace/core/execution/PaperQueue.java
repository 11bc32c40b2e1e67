package io.millrace.core.execution;

import io.millrace.core.order.Action;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.VenueCommand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Commands on their way to an instrument's orders, in the order in which they act. */
final class PaperQueue {
    /** What makes two commands the same. */
    private record Name(String orderId, Action action, String intentId) {
        static Name of(VenueCommand command) {
            return new Name(command.orderId(), command.action(), command.intentId());
        }
    }

    private final PaperStore store;
    private final TreeSet<QueuedCommand> commands = new TreeSet<>();
    private final Set<Name> names = new HashSet<>();
    private final Map<String, QueuedCommand> submissions = new HashMap<>();
    private final Map<String, TreeSet<QueuedCommand>> groups = new HashMap<>();
    private final Set<QueuedCommand> added = new LinkedHashSet<>();
    private final Set<QueuedCommand> removed = new LinkedHashSet<>();

    PaperQueue(PaperStore store) {
        this.store = store;
    }

    /** Takes a command that the store has. */
    void restore(QueuedCommand command) {
        commands.add(command);
        names.add(Name.of(command.command()));
        if (command.command().action() == Action.SUBMIT) {
            submissions.put(command.command().orderId(), command);
            if (command.command().link() != null) {
                groups.computeIfAbsent(command.command().link().groupId(), group -> new TreeSet<>())
                        .add(command);
            }
        }
    }

    void add(QueuedCommand command) {
        restore(command);
        added.add(command);
    }

    boolean contains(VenueCommand command) {
        return names.contains(Name.of(command));
    }

    /** The command that will submit an order, null if there is none. */
    QueuedCommand submission(String orderId) {
        return submissions.get(orderId);
    }

    /** The first command that will submit an order of a group, null if there is none. */
    QueuedCommand submission(OrderLink link) {
        return submits(link.groupId()) ? groups.get(link.groupId()).first() : null;
    }

    /** Whether an order of a group is on its way. */
    boolean submits(String group) {
        return groups.containsKey(group);
    }

    private void leave(QueuedCommand submission) {
        if (submission.command().link() != null) {
            groups.computeIfPresent(submission.command().link().groupId(), (group, members) -> {
                members.remove(submission);
                return members.isEmpty() ? null : members;
            });
        }
    }

    /** The command that acts first, null if there is none. */
    QueuedCommand first() {
        return commands.isEmpty() ? null : commands.first();
    }

    QueuedCommand removeFirst() {
        var first = commands.pollFirst();
        names.remove(Name.of(first.command()));
        if (first.command().action() == Action.SUBMIT) {
            submissions.remove(first.command().orderId());
            leave(first);
        }
        if (!added.remove(first)) {
            removed.add(first);
        }
        return first;
    }

    /** Writes what changed since the last time. */
    void write() {
        removed.forEach(store::remove);
        removed.clear();
        added.forEach(store::put);
        added.clear();
    }
}
