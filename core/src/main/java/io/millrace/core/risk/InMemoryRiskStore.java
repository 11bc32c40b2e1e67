package io.millrace.core.risk;

import io.millrace.core.clock.InMemoryMarkLog;
import io.millrace.core.clock.InMemoryPending;
import io.millrace.core.clock.InMemoryTaskClocks;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** State of risk that outlives the stage. */
public final class InMemoryRiskStore implements RiskStore {
    private final SortedMap<String, RiskAccount> accounts = new TreeMap<>();
    private final Pending<RiskEvent> pending = new InMemoryPending<>();
    private final MarkLog marks = new InMemoryMarkLog();
    private final TaskClocks.Store clocks = new InMemoryTaskClocks();

    @Override
    public Collection<RiskAccount> accounts() {
        return accounts.values();
    }

    @Override
    public void put(RiskAccount account) {
        accounts.put(account.accountId(), account);
    }

    @Override
    public Pending<RiskEvent> pending() {
        return pending;
    }

    @Override
    public MarkLog marks() {
        return marks;
    }

    @Override
    public TaskClocks.Store clocks() {
        return clocks;
    }
}
