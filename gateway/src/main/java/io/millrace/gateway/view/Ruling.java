package io.millrace.gateway.view;

import io.millrace.core.money.Price;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import java.util.List;

/**
 * What people want to know of a risk decision: the checks that passed stay in the topic.
 *
 * @param reason why it was asked for, in words; may be empty
 * @param mode null without a policy
 * @param mark null if none was known
 */
public record Ruling(
        String intentId,
        String reason,
        boolean approved,
        List<CheckResult> objections,
        String policyId,
        long policyVersion,
        TradingMode mode,
        Price mark,
        long decidedAtNanos,
        boolean clockWaitExceeded) {
    static Ruling of(RiskDecision decision) {
        return new Ruling(
                decision.intent().intentId(),
                decision.intent().reason(),
                decision.approved(),
                decision.objections(),
                decision.policyId(),
                decision.policyVersion(),
                decision.mode(),
                decision.mark(),
                decision.decidedAtNanos(),
                decision.clockWaitExceeded());
    }
}
