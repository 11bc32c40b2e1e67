package io.millrace.connectors.marketdata;

/**
 * An objection to one line.
 *
 * @param actual what the line holds
 * @param limit what would have been taken
 */
record Refusal(RefusalCode code, String actual, String limit) {
    private static final int SHOWN = 80;

    Refusal {
        actual = actual.length() <= SHOWN ? actual : actual.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return code + " actual=" + actual + " limit=" + limit;
    }
}
