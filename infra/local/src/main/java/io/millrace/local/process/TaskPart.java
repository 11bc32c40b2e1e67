package io.millrace.local.process;

/**
 * A part that is an effect on other parts (topics created, jobs submitted); it is brought about again when it is gone.
 */
public non-sealed interface TaskPart extends Part {
    /** Brings the effect about; harmless if it is there already. */
    void run() throws Exception;

    /**
     * Whether the effect is there. Asked every few seconds.
     *
     * @throws Exception it cannot be told now
     */
    boolean isDone() throws Exception;
}
