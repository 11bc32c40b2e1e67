package io.millrace.gateway.json;

/** A value that is not what a field asks for. */
final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String limit;

    /**
     * Says what is wrong.
     *
     * @param code stable, for machines
     * @param limit what is asked for
     */
    UnfitException(String code, String limit) {
        super(code, null, false, false);
        this.code = code;
        this.limit = limit;
    }

    String code() {
        return code;
    }

    String limit() {
        return limit;
    }
}
