package io.millrace.local.process;

/**
 * A part that is an effect on other parts (topics created, jobs submitted); it is brought about again when it is gone.
 */
public non-sealed interface TaskPart extends Part {
    /** Brings the effect about; harmless if it is there already. */
    void run() throws Exception;

    /**
     * Whether the effect is still there. Asked every few seconds; an effect that stays once it is there need not look.
     *
     * @throws Exception it cannot be told now
     */
    default boolean isDone() throws Exception {
        return true;
    }
}
