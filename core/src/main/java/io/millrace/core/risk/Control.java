package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.portfolio.AccountControl;

/** What people have set, found by event time. */
public interface Control extends AccountControl {
    /** What is in force for an account and an instrument at a time. */
    Rules rules(String accountId, InstrumentId instrument, long nanos);
}
