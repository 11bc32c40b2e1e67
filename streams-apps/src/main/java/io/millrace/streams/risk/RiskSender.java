package io.millrace.streams.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.RiskOutput;
import io.millrace.streams.wire.Outlet;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what risk decides. */
final class RiskSender {
    private static final Logger LOG = LoggerFactory.getLogger(RiskSender.class);

    private final Outlet<RiskDecision> decisions;
    private final Outlet<ApprovedOrder> approved;
    private final String next;
    private final RiskMeters meters;

    RiskSender(Outlet<RiskDecision> decisions, Outlet<ApprovedOrder> approved, String next, RiskMeters meters) {
        this.decisions = decisions;
        this.approved = approved;
        this.next = next;
        this.meters = meters;
    }

    /** Output that is emitted with its step. Orders, and clocks that a venue may be waiting for, commit at once. */
    RiskOutput to(ProcessorContext<Object, Object> context, Consumer<Runnable> emit) {
        return new RiskOutput() {
            @Override
            public void decided(RiskDecision decision) {
                emit.accept(() -> {
                    decisions.send(context, decision, decision.intent().intentId());
                    meters.decided(decision);
                    context.commit();
                });
            }

            @Override
            public void approved(ApprovedOrder order) {
                emit.accept(() -> {
                    approved.send(context, order, order.intentId());
                    approved.pass(context, order, next);
                });
            }

            @Override
            public void clockToVenues(Clock clock) {
                emit.accept(() -> approved.pass(context, clock, next));
            }

            @Override
            public void clockToPortfolio(Clock clock) {
                emit.accept(() -> decisions.tick(context, clock.partition(), clock));
            }

            @Override
            public void duplicate(OrderIntent intent) {
                emit.accept(meters::duplicate);
            }

            @Override
            public void refused(ExecutionReport report, String reason) {
                LOG.warn("report {} of order {} refused: {}", report.reportNumber(), report.orderId(), reason);
                emit.accept(meters::refused);
            }
        };
    }
}
