package io.millrace.streams.state;

/**
 * State that the core changes in memory while a stage takes one record. What changed is written to the store at the end of
 * the step; a step that fails is never written, its state is loaded again.
 */
public interface StepState {
    /** Writes what changed since the last call. */
    void write();
}
