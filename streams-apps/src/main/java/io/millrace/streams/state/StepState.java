package io.millrace.streams.state;

/**
 * State that the core changes in memory while a stage takes one record. What changed is put to the store at the end of the
 * step; a step that fails puts nothing, its state is loaded again.
 */
public interface StepState {
    /** Puts what changed since the last call. */
    void write();
}
