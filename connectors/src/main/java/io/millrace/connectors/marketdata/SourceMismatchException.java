package io.millrace.connectors.marketdata;

/** The files are not the ones whose trades were published. */
final class SourceMismatchException extends Exception {
    SourceMismatchException(String message) {
        super(message);
    }
}
