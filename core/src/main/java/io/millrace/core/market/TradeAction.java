package io.millrace.core.market;

/** What a trade record says. */
public enum TradeAction {
    /** A trade happened. */
    NEW,
    /** A trade that was reported before never happened. */
    BUST,
    /** A trade that was reported before had another price or quantity. */
    CORRECT
}
