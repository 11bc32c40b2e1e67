package io.millrace.local.process;

import java.time.Duration;

/** A part that is a process of its own; it is started again when it ends. */
public non-sealed interface ProcessPart extends Part {
    /** Files that must be there before the process starts; called before every start. */
    default void prepare() throws Exception {}

    /** What to run. Called before every start, after {@link #prepare}. */
    Command command() throws Exception;

    /**
     * Whether it can be used now. An exception counts as no: whoever asks does so again.
     *
     * @throws Exception why not, in words that help if it stays so
     */
    boolean isReady() throws Exception;

    /** How long it may take from its start until it is ready. */
    default Duration patience() {
        return Duration.ofSeconds(90);
    }

    /** Whether exit code 0 means that its work is done rather than that it died. */
    default boolean isFinite() {
        return false;
    }

    /** Name of the signal that asks it to end ({@code TERM}). */
    default String stopSignal() {
        return "TERM";
    }
}
