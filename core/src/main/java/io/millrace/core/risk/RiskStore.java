package io.millrace.core.risk;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import java.util.Collection;

/** Where one risk task's state survives a restart. */
public interface RiskStore {
    /** Every account that was put, each once; read once at start. */
    Collection<RiskAccount> accounts();

    void put(RiskAccount account);

    Pending<RiskEvent> pending();

    MarkLog marks();

    TaskClocks.Store clocks();
}
