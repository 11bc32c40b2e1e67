package io.millrace.connectors.marketdata;

import io.millrace.core.market.Trade;

/** What a line came to. */
sealed interface Entry {
    /** A trade, with its sequence. */
    record Accepted(Trade trade) implements Entry {}

    /** A line that is no trade. */
    record Refused(Refusal refusal) implements Entry {}

    /** A trade of an instrument that was not asked for. */
    record Skipped(String symbol) implements Entry {}
}
