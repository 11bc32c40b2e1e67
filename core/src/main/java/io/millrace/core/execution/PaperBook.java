package io.millrace.core.execution;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.VenueCommand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The paper venue's orders on an instrument, in memory; what changes is written to the store at the end of a step. Orders
 * are found by what moves them, so that an event costs what it changes.
 */
final class PaperBook {
    /** How many final orders are remembered, to know one that comes again. */
    static final int FINISHED = 64;

    private final InstrumentId instrument;
    private final PaperStore store;
    private final PaperShelves shelves = new PaperShelves();
    private final Map<String, PaperOrder> open = new HashMap<>();
    private final Map<String, PaperOrder> finished = new HashMap<>();
    private final ArrayDeque<PaperOrder> oldest = new ArrayDeque<>();
    private final TreeSet<PaperOrder> expiring =
            new TreeSet<>(Comparator.comparingLong(PaperOrder::expireAtNanos).thenComparing(PaperOrder::id));
    private final PaperQueue queue;
    private final Map<String, TreeSet<String>> groups = new HashMap<>();
    private final SortedMap<String, Integer> accounts = new TreeMap<>();
    private final SortedMap<String, Long> told = new TreeMap<>();
    private final SortedMap<String, Money> traded = new TreeMap<>();
    private final Map<String, PaperOrder> changed = new LinkedHashMap<>();
    private final List<PaperOrder> forgotten = new ArrayList<>();
    private boolean accountsChanged;
    private long nextRank;

    /** Starts from what the store holds. */
    PaperBook(InstrumentId instrument, PaperStore store) {
        this.instrument = instrument;
        this.store = store;
        queue = new PaperQueue(store);
        store.commands(instrument).forEach(command -> {
            queue.restore(command);
            count(command.command().accountId(), 1);
        });
        var known = store.accounts(instrument);
        if (known != null) {
            known.told().forEach(account -> told.put(account.accountId(), account.nanos()));
            known.traded().forEach(account -> traded.put(account.accountId(), account.notional()));
        }
        store.orders(instrument).stream()
                .sorted(Comparator.comparingLong(PaperOrder::rank))
                .forEach(this::restore);
    }

    PaperShelves shelves() {
        return shelves;
    }

    /** A rank behind all others. */
    long takeRank() {
        return nextRank++;
    }

    /** Orders that come, or lose their place, from now on are ranked from here. */
    long nextRank() {
        return nextRank;
    }

    PaperOrder open(String orderId) {
        return open.get(orderId);
    }

    PaperOrder finished(String orderId) {
        return finished.get(orderId);
    }

    /** The members of a group that are open, in the order of their ids. */
    List<PaperOrder> group(OrderLink link) {
        return groups.getOrDefault(link.groupId(), new TreeSet<>()).stream()
                .map(open::get)
                .toList();
    }

    /** The open order that expires first, null if none does. */
    PaperOrder firstExpiring() {
        return expiring.isEmpty() ? null : expiring.first();
    }

    /** Takes an order in its new state: among the open ones, or, if that is final, among the finished. */
    void put(PaperOrder order) {
        var before = open.get(order.id());
        if (before != null) {
            takeOut(before);
        }
        if (order.state().isFinal()) {
            finish(order.ranked(takeRank()));
        } else {
            putIn(order);
        }
        changed.put(order.id(), order.state().isFinal() ? finished.get(order.id()) : order);
    }

    /** A final order got another report. */
    void putFinished(PaperOrder order) {
        oldest.remove(finished.get(order.id()));
        finish(order.ranked(takeRank()));
        changed.put(order.id(), finished.get(order.id()));
    }

    /** Whether a command was received before. */
    boolean knows(VenueCommand command) {
        return queue.contains(command)
                || (command.action() == Action.SUBMIT
                        && (open.containsKey(command.orderId()) || finished.containsKey(command.orderId())));
    }

    /** The command that will submit an order, null if none is on its way. */
    QueuedCommand submission(String orderId) {
        return queue.submission(orderId);
    }

    void enqueue(QueuedCommand command) {
        queue.add(command);
        count(command.command().accountId(), 1);
    }

    /** The command that acts first, null if none is on its way. */
    QueuedCommand firstCommand() {
        return queue.first();
    }

    void removeFirstCommand() {
        count(queue.removeFirst().command().accountId(), -1);
    }

    /** Accounts with an order here, accepted or on its way. */
    Collection<String> accounts() {
        return accounts.keySet();
    }

    long toldTo(String accountId) {
        return told.getOrDefault(accountId, InstrumentClocks.NEVER);
    }

    /** Notes what an account was told; only one that still has an order here is remembered. */
    void tell(String accountId, long nanos) {
        if (accounts.containsKey(accountId)) {
            told.put(accountId, nanos);
            accountsChanged = true;
        }
    }

    Money traded(String accountId) {
        return traded.getOrDefault(accountId, Money.ZERO);
    }

    void addTraded(String accountId, Money notional) {
        traded.put(accountId, traded(accountId).plus(notional));
        accountsChanged = true;
    }

    /** Writes what changed since the last time. */
    void write() {
        changed.values().forEach(store::put);
        changed.clear();
        forgotten.forEach(store::remove);
        forgotten.clear();
        queue.write();
        if (accountsChanged) {
            store.put(new PaperAccounts(
                    instrument,
                    told.entrySet().stream()
                            .map(entry -> new PaperAccounts.Told(entry.getKey(), entry.getValue()))
                            .toList(),
                    traded.entrySet().stream()
                            .map(entry -> new PaperAccounts.Traded(entry.getKey(), entry.getValue()))
                            .toList()));
            accountsChanged = false;
        }
    }

    private void restore(PaperOrder order) {
        if (order.state().isFinal()) {
            finished.put(order.id(), order);
            oldest.add(order);
        } else {
            putIn(order);
        }
        nextRank = Math.max(nextRank, order.rank() + 1);
    }

    private void putIn(PaperOrder order) {
        open.put(order.id(), order);
        shelves.add(order);
        if (order.expireAtNanos() != PaperOrder.NEVER) {
            expiring.add(order);
        }
        if (order.command().link() != null) {
            groups.computeIfAbsent(order.command().link().groupId(), group -> new TreeSet<>())
                    .add(order.id());
        }
        count(order.command().accountId(), 1);
    }

    private void takeOut(PaperOrder order) {
        open.remove(order.id());
        shelves.remove(order);
        expiring.remove(order);
        if (order.command().link() != null) {
            var group = order.command().link().groupId();
            groups.get(group).remove(order.id());
            groups.computeIfPresent(group, (id, members) -> members.isEmpty() ? null : members);
        }
        count(order.command().accountId(), -1);
    }

    private void finish(PaperOrder order) {
        finished.put(order.id(), order);
        oldest.add(order);
        if (oldest.size() > FINISHED) {
            var first = oldest.remove();
            finished.remove(first.id());
            changed.remove(first.id());
            forgotten.add(first);
        }
    }

    /** An account without an order here is told nothing, and what it was told is forgotten. */
    private void count(String accountId, int by) {
        int now = accounts.merge(accountId, by, Integer::sum);
        if (now == 0) {
            accounts.remove(accountId);
        }
    }

    /** Forgets what accounts were told that have no order here any more. */
    void forgetTold() {
        if (told.size() > accounts.size() || !accounts.keySet().containsAll(told.keySet())) {
            told.keySet().retainAll(accounts.keySet());
            accountsChanged = true;
        }
    }
}
