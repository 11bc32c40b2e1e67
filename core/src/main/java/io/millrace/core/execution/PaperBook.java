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
    /**
     * How many final orders are remembered, to know one that comes again. Those of a group are remembered beyond that as long
     * as an order of the group is open or on its way.
     */
    static final int FINISHED = 64;

    private final InstrumentId instrument;
    private final PaperStore store;
    private final PaperShelves shelves = new PaperShelves();
    private final Map<String, PaperOrder> open = new HashMap<>();
    private final Map<String, PaperOrder> finished = new HashMap<>();
    private final ArrayDeque<PaperOrder> oldest = new ArrayDeque<>();
    private final PaperMembers finishedGroups = new PaperMembers();
    /** Final orders that only their group keeps. */
    private final PaperMembers kept = new PaperMembers();
    /** Groups of which something became final in this step. */
    private final TreeSet<String> ending = new TreeSet<>();

    private final TreeSet<PaperOrder> expiring =
            new TreeSet<>(Comparator.comparingLong(PaperOrder::expireAtNanos).thenComparing(PaperOrder::id));
    private final PaperQueue queue;
    private final PaperMembers groups = new PaperMembers();
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
        forgetOldest();
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
        return groups.of(link.groupId()).stream().map(open::get).toList();
    }

    /** The members of a group that have acted: the open ones, then the final ones that are remembered. */
    List<PaperOrder> members(OrderLink link) {
        var members = new ArrayList<>(group(link));
        finishedGroups.of(link.groupId()).forEach(id -> members.add(finished.get(id)));
        return members;
    }

    /** A command on its way that will submit an order of a group, null if there is none. */
    QueuedCommand submission(OrderLink link) {
        return queue.submission(link);
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
        kept.remove(order);
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
        ending.stream().filter(group -> !isAlive(group)).forEach(group -> kept.removeAll(group)
                .forEach(id -> forget(finished.get(id))));
        ending.clear();
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
            remember(order);
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
        groups.add(order);
        count(order.command().accountId(), 1);
    }

    private void takeOut(PaperOrder order) {
        open.remove(order.id());
        shelves.remove(order);
        expiring.remove(order);
        groups.remove(order);
        count(order.command().accountId(), -1);
    }

    private void finish(PaperOrder order) {
        remember(order);
        if (order.command().link() != null) {
            ending.add(order.command().link().groupId());
        }
        forgetOldest();
    }

    private void remember(PaperOrder order) {
        finished.put(order.id(), order);
        oldest.add(order);
        finishedGroups.add(order);
    }

    private void forgetOldest() {
        while (oldest.size() > FINISHED) {
            var first = oldest.remove();
            var link = first.command().link();
            if (link == null) {
                forget(first);
            } else {
                // It may be the step in which the last of the group comes: what nobody needs goes at the step's end.
                kept.add(first);
                ending.add(link.groupId());
            }
        }
    }

    private void forget(PaperOrder order) {
        finished.remove(order.id());
        finishedGroups.remove(order);
        changed.remove(order.id());
        forgotten.add(order);
    }

    /** Whether an order of the group is open or on its way. */
    private boolean isAlive(String group) {
        return groups.has(group) || queue.submits(group);
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
