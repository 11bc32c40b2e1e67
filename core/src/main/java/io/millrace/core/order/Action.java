package io.millrace.core.order;

/** What an intent or a command asks for. */
public enum Action {
    SUBMIT,
    CANCEL
}
