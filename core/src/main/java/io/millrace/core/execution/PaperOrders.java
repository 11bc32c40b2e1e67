package io.millrace.core.execution;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.Action;
import io.millrace.core.order.VenueCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The paper venue's orders on an instrument. Immutable.
 *
 * @param queued commands on their way, in the order in which they act
 * @param open accepted orders, in the order of their ids
 * @param finished the latest {@link #FINISHED} orders that are final, to know one that comes again
 * @param told the clock that each account with an order here was told last
 */
public record PaperOrders(
        InstrumentId instrument,
        List<QueuedCommand> queued,
        List<PaperOrder> open,
        List<PaperOrder> finished,
        List<Told> told) {
    /** How many final orders are remembered. */
    public static final int FINISHED = 64;

    /** What an account was told last. */
    public record Told(String accountId, long nanos) {}

    static PaperOrders none(InstrumentId instrument) {
        return new PaperOrders(instrument, List.of(), List.of(), List.of(), List.of());
    }

    /** Whether the command was received before. */
    boolean knows(VenueCommand command) {
        return queued.stream().anyMatch(known -> known.command().intentId().equals(command.intentId()))
                || (command.action() == Action.SUBMIT
                        && (isIn(open, command.orderId()) || isIn(finished, command.orderId())));
    }

    PaperOrder open(String orderId) {
        return open.stream().filter(order -> is(order, orderId)).findFirst().orElse(null);
    }

    PaperOrder finished(String orderId) {
        return finished.stream().filter(order -> is(order, orderId)).findFirst().orElse(null);
    }

    PaperOrders queue(QueuedCommand command) {
        var next = new ArrayList<>(queued);
        next.add(command);
        next.sort(null);
        return new PaperOrders(instrument, List.copyOf(next), open, finished, told);
    }

    PaperOrders withoutFirstCommand() {
        return new PaperOrders(instrument, List.copyOf(queued.subList(1, queued.size())), open, finished, told);
    }

    /** With an order in its new state: among the open ones, or, if that is final, among the finished. */
    PaperOrders with(PaperOrder order) {
        var id = order.command().orderId();
        var openNow = new ArrayList<>(open);
        openNow.removeIf(known -> is(known, id));
        var finishedNow = new ArrayList<>(finished);
        finishedNow.removeIf(known -> is(known, id));
        if (order.state().isFinal()) {
            finishedNow.add(order);
        } else {
            openNow.add(order);
            openNow.sort((a, b) -> a.command().orderId().compareTo(b.command().orderId()));
        }
        int forgotten = Math.max(0, finishedNow.size() - FINISHED);
        return new PaperOrders(
                instrument,
                queued,
                List.copyOf(openNow),
                List.copyOf(finishedNow.subList(forgotten, finishedNow.size())),
                told);
    }

    /** Accounts with an order here, accepted or on its way. */
    SortedSet<String> accounts() {
        var accounts = new TreeSet<String>();
        queued.forEach(command -> accounts.add(command.command().accountId()));
        open.forEach(order -> accounts.add(order.command().accountId()));
        return accounts;
    }

    long toldTo(String accountId) {
        return told.stream()
                .filter(known -> known.accountId().equals(accountId))
                .mapToLong(Told::nanos)
                .findFirst()
                .orElse(InstrumentClocks.NEVER);
    }

    /** With what accounts were told; only those that still have an order here are remembered. */
    PaperOrders tell(List<Told> next) {
        return new PaperOrders(instrument, queued, open, finished, List.copyOf(next));
    }

    private static boolean isIn(List<PaperOrder> orders, String orderId) {
        return orders.stream().anyMatch(order -> is(order, orderId));
    }

    private static boolean is(PaperOrder order, String orderId) {
        return order.command().orderId().equals(orderId);
    }
}
