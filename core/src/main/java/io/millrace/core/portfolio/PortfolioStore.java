package io.millrace.core.portfolio;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.order.ExecutionReport;
import java.util.Collection;

/** Where one portfolio task's state survives a restart. */
public interface PortfolioStore {
    /** Every book that was put, each account once; read once at start. */
    Collection<AccountBook> books();

    void put(AccountBook book);

    Pending<ExecutionReport> pending();

    MarkLog marks();

    TaskClocks.Store clocks();
}
