package io.millrace.streams.wire;

import io.millrace.schemas.UndecodableException;
import io.millrace.streams.state.StepState;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stage's processor: takes one record at a time, in a step that happens as a whole or not at all.
 *
 * <p>Within a step the core changes its state in memory and output is collected; at its end the changes go to the store and
 * the output is forwarded. A record that cannot be decoded, or makes the core fail, becomes a dead letter; the core is then
 * made anew from the store, as if the record had never come.
 */
public abstract class StageProcessor implements Processor<byte[], byte[], Object, Object> {
    /** Code of a dead letter that decodes, but that the stage failed to process. */
    public static final String PROCESSING_FAILED = "PROCESSING_FAILED";

    private static final Logger LOG = LoggerFactory.getLogger(StageProcessor.class);

    /** A stage made from its store. */
    public record Loaded(List<Inlet<?>> inlets, List<? extends StepState> state) {}

    private final DeadLetterSink deadLetters;
    private final Map<String, Inlet<?>> inlets = new HashMap<>();
    private ProcessorContext<Object, Object> context;
    private Step step;
    private Loaded loaded;

    protected StageProcessor(DeadLetterSink deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Makes the stage from its store: once at start, and again after a failed step. */
    protected abstract Loaded load(ProcessorContext<Object, Object> from, Step output);

    /** Called before each step. */
    protected abstract void prepare();

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        step = new Step(context);
        reload();
    }

    @Override
    public void process(Record<byte[], byte[]> received) {
        step.take();
        try {
            prepare();
            inlets.get(context.recordMetadata().orElseThrow().topic()).take(received);
        } catch (UndecodableException e) {
            refuse(received, e.code().name(), e);
        } catch (KafkaException | UncheckedIOException e) {
            // The record is good, something around it is not: the thread starts again and takes it again.
            throw e;
        } catch (RuntimeException e) {
            LOG.error("a step failed and is undone", e);
            step.undo();
            reload();
            refuse(received, PROCESSING_FAILED, e);
        }
        finish();
    }

    @Override
    public void close() {
        step.close();
    }

    /** A step that no record caused. */
    protected final void step(Runnable action) {
        prepare();
        action.run();
        finish();
    }

    private void refuse(Record<byte[], byte[]> received, String code, RuntimeException cause) {
        var source = context.recordMetadata().orElseThrow();
        var message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        step.emit(() -> deadLetters.send(context, source, received, code, message));
    }

    private void reload() {
        loaded = load(context, step);
        inlets.clear();
        loaded.inlets().forEach(inlet -> inlets.put(inlet.topic(), inlet));
    }

    private void finish() {
        loaded.state().forEach(StepState::write);
        step.end();
    }
}
