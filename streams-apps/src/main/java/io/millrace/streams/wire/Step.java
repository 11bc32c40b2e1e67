package io.millrace.streams.wire;

import java.time.Duration;
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
    private static final Duration SOON = Duration.ofMillis(2);

    private final ProcessorContext<Object, Object> context;
    private final CommitPace pace = CommitPace.ofThread();
    private final List<Runnable> output = new ArrayList<>();
    private boolean asked;
    private boolean wanted;
    private long wantedMillis;

    Step(ProcessorContext<Object, Object> context) {
        this.context = context;
        pace.restart();
        context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, nowMillis -> {
            if (wanted && nowMillis - wantedMillis >= SOON.toMillis()) {
                commitNow();
            }
            pace.settle();
        });
    }

    /** Adds output; it is forwarded at the end of the step. */
    public void emit(Runnable forward) {
        output.add(forward);
    }

    /** Commits after this step, together with what has already been polled ({@link CommitPace}). */
    public void commitNow() {
        pace.want(context);
        asked = true;
        wanted = false;
    }

    /** Commits a few milliseconds later, together with what comes until then; often that is committed at once. */
    public void commitSoon() {
        if (!asked && !wanted) {
            wanted = true;
            wantedMillis = context.currentSystemTimeMs();
        }
    }

    /** Where output is forwarded to. */
    public ProcessorContext<Object, Object> context() {
        return context;
    }

    void begin() {
        asked = false;
    }

    /** Begins a step that takes a record. */
    void take() {
        pace.taken();
        begin();
    }

    void undo() {
        output.clear();
    }

    void end() {
        output.forEach(Runnable::run);
        output.clear();
        pace.settle();
    }
}
