package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;

/**
 * The upstream clocks of each instrument in event-time order, each with the mark that was known then. Accounts read
 * them at their own pace: which marks concern an account is asked when it takes them, not when they come, since only
 * then it is certain what the account holds.
 */
public interface MarkLog {
    /** Adds a clock; one of the same instrument and time is replaced. */
    void put(Clock clock);

    /** The latest clock at or before a time, null if there is none. */
    Clock latest(InstrumentId instrument, long atOrBeforeNanos);

    /** The earliest clock after a time, null if there is none. */
    Clock next(InstrumentId instrument, long afterNanos);

    /** Forgets clocks before a time. */
    void removeBefore(InstrumentId instrument, long nanos);
}
