package io.millrace.schemas;

/** A record's bytes do not hold a value of its topic. The record belongs into the topic's dead letters. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why not. Dead letters carry the name. */
    public enum Code {
        /** Shorter than five bytes, or the first is not 0. */
        NOT_CONFLUENT_FRAMED,
        /** The registry has no schema with the id in the record. */
        UNKNOWN_SCHEMA_ID,
        /** The bytes do not follow the writer's schema, or that one cannot be read as the topic's. */
        MALFORMED_AVRO,
        /** An enum's symbol that this version does not know. */
        UNKNOWN_SYMBOL,
        /** Well-formed, but a value that cannot be: a price of zero, a bar without length. */
        INVALID_VALUE,
        /** The header {@code clock} of a clock record cannot be read. */
        MALFORMED_CLOCK
    }

    private final Code code;

    public UndecodableException(Code code, String message) {
        super(message);
        this.code = code;
    }

    UndecodableException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static UndecodableException invalid(String field, String expected, Object actual) {
        return new UndecodableException(Code.INVALID_VALUE, field + " must be " + expected + ", was " + actual);
    }

    public Code code() {
        return code;
    }
}
