package io.millrace.streams.risk;

import io.millrace.core.clock.Moment;
import io.millrace.core.risk.RiskStage;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlView;
import io.millrace.streams.wire.DeadLetterSink;
import io.millrace.streams.wire.Inlet;
import io.millrace.streams.wire.StageProcessor;
import io.millrace.streams.wire.Step;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** One risk task: hands intents, reports and clocks to the core's risk stage and keeps its state. */
final class RiskProcessor extends StageProcessor {
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(1);

    /** An intent that waits, and since when in wall time. */
    private record Stall(Moment intent, long sinceMillis) {}

    private final SchemaRegistry registry;
    private final RiskSender sender;
    private final Duration clockWaitBound;
    private final SortedMap<String, Stall> stalls = new TreeMap<>();
    private ControlView control;
    private RiskStage stage;
    /** Whether the stage was made since the last step: what its accounts wait for may differ from when they were kept. */
    private boolean justLoaded;

    RiskProcessor(SchemaRegistry registry, DeadLetterSink deadLetters, RiskSender sender, Duration clockWaitBound) {
        super(deadLetters);
        this.registry = registry;
        this.sender = sender;
        this.clockWaitBound = clockWaitBound;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        control = ControlView.ofAll(context);
        control.refresh();
        super.init(context);
        var check = clockWaitBound.compareTo(LONGEST_CHECK) < 0 ? clockWaitBound : LONGEST_CHECK;
        context.schedule(check, PunctuationType.WALL_CLOCK_TIME, this::giveUpOverdue);
    }

    @Override
    protected Loaded load(ProcessorContext<Object, Object> context, Step output) {
        var stores = new RiskStores(context);
        justLoaded = true;
        stage = new RiskStage(context.taskId().partition(), stores, control, sender.to(output, () -> !stage.stalled()
                .isEmpty()));
        return new Loaded(
                List.of(
                        Inlet.of(Topics.INTENTS, registry, i -> stage.intent(i), c -> stage.signalsClock(c)),
                        Inlet.of(Topics.EXECUTION_REPORTS, registry, r -> stage.report(r), c -> stage.venueClock(c))),
                stores.state());
    }

    @Override
    protected void prepare() {
        if (control.refresh() || justLoaded) {
            justLoaded = false;
            stage.controlChanged();
        }
    }

    private void giveUpOverdue(long nowMillis) {
        var stalled = stage.stalled();
        stalls.keySet().retainAll(stalled.keySet());
        stalled.forEach((account, intent) -> stalls.merge(
                account,
                new Stall(intent, nowMillis),
                (old, fresh) -> old.intent().equals(fresh.intent()) ? old : fresh));
        for (var account : List.copyOf(stalls.keySet())) {
            if (nowMillis - stalls.get(account).sinceMillis() >= clockWaitBound.toMillis()) {
                stalls.remove(account);
                step(() -> stage.giveUp(account));
            }
        }
    }
}
