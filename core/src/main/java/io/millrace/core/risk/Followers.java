package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which accounts follow which instruments, so that a clock concerns only those that it is about. */
final class Followers {
    private final Map<String, SortedSet<InstrumentId>> instruments = new HashMap<>();
    private final Map<InstrumentId, TreeSet<String>> accounts = new HashMap<>();

    /** An account has changed. */
    void put(RiskAccount account) {
        var id = account.accountId();
        var now = account.book().followed();
        var before = now.isEmpty() ? instruments.remove(id) : instruments.put(id, now);
        if (now.equals(before)) {
            return;
        }
        if (before != null) {
            before.forEach(instrument -> accounts.get(instrument).remove(id));
        }
        now.forEach(instrument ->
                accounts.computeIfAbsent(instrument, i -> new TreeSet<>()).add(id));
    }

    /** Whether the account follows any instrument. */
    boolean isFollowing(String accountId) {
        return instruments.containsKey(accountId);
    }

    /** Adds the accounts that follow an instrument. */
    void addTo(SortedSet<String> concerned, InstrumentId instrument) {
        concerned.addAll(accounts.getOrDefault(instrument, new TreeSet<>()));
    }
}
