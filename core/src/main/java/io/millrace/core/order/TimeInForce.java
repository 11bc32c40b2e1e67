package io.millrace.core.order;

/** How long an order lives. */
public enum TimeInForce {
    /** Until canceled. */
    GTC,
    /** For the first chance to fill only; what does not fill then expires. */
    IOC,
    /** Whole at the first chance, or not at all. */
    FOK,
    /** Until the time that its terms name. */
    GTD,
    /** Until the end of the instrument's session, of the UTC day where it has no calendar. */
    DAY
}
