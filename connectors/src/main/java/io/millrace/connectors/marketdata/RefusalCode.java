package io.millrace.connectors.marketdata;

/** Why a line of a trade file is refused. */
enum RefusalCode {
    LINE_TOO_LONG,
    QUOTE_NOT_CLOSED,
    COLUMN_COUNT_WRONG,
    SYMBOL_MISSING,
    TIME_NOT_A_NUMBER,
    TIME_OUT_OF_RANGE,
    TIME_STEP_TOO_LARGE,
    PRICE_NOT_A_NUMBER,
    PRICE_NOT_EXACT,
    PRICE_NOT_POSITIVE,
    QUANTITY_NOT_A_NUMBER,
    QUANTITY_NOT_EXACT,
    QUANTITY_NEGATIVE,
    SIDE_UNKNOWN
}
