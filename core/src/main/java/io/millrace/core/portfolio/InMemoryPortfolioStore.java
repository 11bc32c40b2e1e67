package io.millrace.core.portfolio;

import io.millrace.core.clock.InMemoryMarkLog;
import io.millrace.core.clock.InMemoryPending;
import io.millrace.core.clock.InMemoryTaskClocks;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.order.ExecutionReport;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** State of portfolio that outlives the stage. */
public final class InMemoryPortfolioStore implements PortfolioStore {
    private final SortedMap<String, AccountBook> books = new TreeMap<>();
    private final Pending<ExecutionReport> pending = new InMemoryPending<>();
    private final MarkLog marks = new InMemoryMarkLog();
    private final TaskClocks.Store clocks = new InMemoryTaskClocks();

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
}
