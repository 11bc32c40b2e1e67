package io.millrace.core.portfolio;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import java.util.SortedMap;

/** What people have set for accounts, found by event time. */
public interface AccountControl {
    /** The account as it is at a time, null if there is none yet. */
    Account account(String accountId, long nanos);

    /** The instrument's rules in force at a time, null if there are none. */
    Instrument instrument(InstrumentId instrument, long nanos);

    /**
     * The instruments on which a strategy may have acted for an account at or before a time, each with the event time
     * up to which it may: {@link Long#MAX_VALUE} while it is enabled.
     */
    SortedMap<InstrumentId, Long> traded(String accountId, long nanos);
}
