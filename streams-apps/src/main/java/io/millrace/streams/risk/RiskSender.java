package io.millrace.streams.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.RiskOutput;
import io.millrace.streams.wire.Outlet;
import io.millrace.streams.wire.Step;
import java.util.function.BooleanSupplier;
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

    /**
     * Output that belongs to a step.
     *
     * @param isWaiting whether an intent waits, so that the venues' answer to a clock is waited for
     */
    RiskOutput to(Step step, BooleanSupplier isWaiting) {
        var context = step.context();
        return new RiskOutput() {
            @Override
            public void decided(RiskDecision decision) {
                step.emit(() -> {
                    decisions.send(context, decision, decision.intent().intentId());
                    meters.decided(decision);
                    step.commitNow();
                });
            }

            @Override
            public void approved(ApprovedOrder order) {
                step.emit(() -> {
                    approved.send(context, order, order.intentId());
                    approved.pass(context, order, next);
                });
            }

            @Override
            public void clockToVenues(Clock clock) {
                step.emit(() -> {
                    approved.pass(context, clock, next);
                    if (isWaiting.getAsBoolean()) {
                        step.commitSoon();
                    }
                });
            }

            @Override
            public void clockToPortfolio(Clock clock) {
                step.emit(() -> decisions.tick(context, clock.partition(), clock));
            }

            @Override
            public void duplicate(OrderIntent intent) {
                step.emit(meters::duplicate);
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
