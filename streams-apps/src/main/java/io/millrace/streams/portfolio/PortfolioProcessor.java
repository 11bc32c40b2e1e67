package io.millrace.streams.portfolio;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.portfolio.PortfolioOutput;
import io.millrace.core.portfolio.PortfolioStage;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlView;
import io.millrace.streams.wire.DeadLetterSink;
import io.millrace.streams.wire.Inlet;
import io.millrace.streams.wire.Outlet;
import io.millrace.streams.wire.StageProcessor;
import io.millrace.streams.wire.Step;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One portfolio task: hands decisions, reports and clocks to the core's portfolio stage and keeps its state. */
final class PortfolioProcessor extends StageProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(PortfolioProcessor.class);

    private final SchemaRegistry registry;
    private final Outlet<AccountPosition> positions;
    private final Outlet<EquityPoint> equityPoints;
    private final PortfolioMeters meters;
    private ControlView control;
    private PortfolioStage stage;
    /** Whether the stage was made since the last step: what its accounts wait for may differ from when they were kept. */
    private boolean justLoaded;

    PortfolioProcessor(
            SchemaRegistry registry,
            DeadLetterSink deadLetters,
            Outlet<AccountPosition> positions,
            Outlet<EquityPoint> equityPoints,
            PortfolioMeters meters) {
        super(deadLetters);
        this.registry = registry;
        this.positions = positions;
        this.equityPoints = equityPoints;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        control = ControlView.ofAccounts(context);
        control.refresh();
        super.init(context);
    }

    @Override
    protected Loaded load(ProcessorContext<Object, Object> context, Step output) {
        var stores = new PortfolioStores(context);
        justLoaded = true;
        stage = new PortfolioStage(context.taskId().partition(), stores, control, outputOf(output));
        return new Loaded(
                List.of(
                        Inlet.of(Topics.DECISIONS, registry, this::decision, clock -> stage.riskClock(clock)),
                        Inlet.of(
                                Topics.EXECUTION_REPORTS,
                                registry,
                                report -> stage.report(report),
                                clock -> stage.venueClock(clock))),
                stores.state());
    }

    @Override
    protected void prepare() {
        if (control.refresh() || justLoaded) {
            justLoaded = false;
            stage.controlChanged();
        }
    }

    private void decision(RiskDecision decision) {
        decision.orders().forEach(stage::approved);
    }

    private PortfolioOutput outputOf(Step step) {
        var context = step.context();
        return new PortfolioOutput() {
            @Override
            public void position(AccountPosition position) {
                step.emit(() -> {
                    positions.send(context, position);
                    meters.filled();
                });
            }

            @Override
            public void equity(EquityPoint point) {
                step.emit(() -> {
                    equityPoints.send(context, point);
                    meters.valued();
                });
            }

            @Override
            public void clock(Clock clock) {
                step.emit(() -> equityPoints.tick(context, clock.partition(), clock));
            }

            @Override
            public void unvalued(String accountId, Clock mark, String reason) {
                LOG.warn("account {} is not valued at {} of {}: {}", accountId, mark.mark(), mark.instrument(), reason);
                step.emit(meters::unvalued);
            }

            @Override
            public void refused(ExecutionReport report, String reason) {
                LOG.warn("report {} of order {} refused: {}", report.reportNumber(), report.orderId(), reason);
                step.emit(meters::refused);
            }
        };
    }
}
