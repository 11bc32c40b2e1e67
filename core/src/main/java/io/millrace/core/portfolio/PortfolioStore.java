package io.millrace.core.portfolio;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.order.ExecutionReport;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where one portfolio task's state survives a restart. */
public interface PortfolioStore {
    /** Every book that was put, each account once; read once at start. */
    Collection<AccountBook> books();

    void put(AccountBook book);

    Pending<ExecutionReport> pending();

    MarkLog marks();

    TaskClocks.Store clocks();

    static PortfolioStore inMemory() {
        return new PortfolioStore() {
            private final SortedMap<String, AccountBook> books = new TreeMap<>();
            private final Pending<ExecutionReport> pending = Pending.inMemory();
            private final MarkLog marks = MarkLog.inMemory();
            private final TaskClocks.Store clocks = TaskClocks.Store.inMemory();

            @Override
            public Collection<AccountBook> books() {
                return books.values();
            }

            @Override
            public void put(AccountBook book) {
                books.put(book.accountId(), book);
            }

            @Override
            public Pending<ExecutionReport> pending() {
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
