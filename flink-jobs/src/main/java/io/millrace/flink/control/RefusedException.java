package io.millrace.flink.control;

/** A record of a control topic cannot be followed. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    RefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Why not, a constant's name. */
    String code() {
        return code;
    }
}
