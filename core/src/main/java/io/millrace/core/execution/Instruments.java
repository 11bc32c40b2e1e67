package io.millrace.core.execution;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;

/** The instruments' rules, found by event time. */
@FunctionalInterface
public interface Instruments {
    /** The rules in force at a time, null if there are none. */
    Instrument instrument(InstrumentId instrument, long nanos);
}
