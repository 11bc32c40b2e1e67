package io.millrace.core.risk;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where one risk task's state survives a restart. */
public interface RiskStore {
    /** Every account that was put, each once; read once at start. */
    Collection<RiskAccount> accounts();

    void put(RiskAccount account);

    Pending<RiskEvent> pending();

    MarkLog marks();

    TaskClocks.Store clocks();

    static RiskStore inMemory() {
        return new RiskStore() {
            private final SortedMap<String, RiskAccount> accounts = new TreeMap<>();
            private final Pending<RiskEvent> pending = Pending.inMemory();
            private final MarkLog marks = MarkLog.inMemory();
            private final TaskClocks.Store clocks = TaskClocks.Store.inMemory();

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
        };
    }
}
