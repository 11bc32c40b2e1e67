package io.millrace.streams.wire;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * What a stage does with one record: its output, and how soon that is to be seen. Output becomes visible with a commit; where
 * the loop waits for it, the stage asks for the commit instead of waiting for the interval. Asking changes how soon it comes,
 * never what comes.
 */
public final class Step {
    private final ProcessorContext<Object, Object> context;
    private final CommitPace pace = CommitPace.ofThread();
    private final List<Runnable> output = new ArrayList<>();

    Step(ProcessorContext<Object, Object> context) {
        this.context = context;
        context.schedule(CommitPace.SOON, PunctuationType.WALL_CLOCK_TIME, now -> pace.settle());
    }

    /** Adds output; it is forwarded at the end of the step. */
    public void emit(Runnable forward) {
        output.add(forward);
    }

    /** Commits after this step, together with what has already been polled ({@link CommitPace}). */
    public void commitNow() {
        pace.want(context);
    }

    /** Commits a few milliseconds later, together with what comes until then; often that is committed at once. */
    public void commitSoon() {
        pace.wantSoon(context);
    }

    /** Where output is forwarded to. */
    public ProcessorContext<Object, Object> context() {
        return context;
    }

    /** The step takes a record. */
    void take() {
        pace.taken();
    }

    void undo() {
        output.clear();
    }

    void end() {
        output.forEach(Runnable::run);
        output.clear();
        pace.settle();
    }

    /** There will be no further steps. */
    void close() {
        pace.forget(context);
    }
}
