package io.millrace.connectors.marketdata;

/** Ends the reading of one line; it is data, so it carries no stack. */
final class RefusedException extends Exception {
    private final transient Refusal refusal;

    RefusedException(RefusalCode code, String actual, String limit) {
        this(new Refusal(code, actual, limit));
    }

    private RefusedException(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
