package io.millrace.core.risk;

/** The account of an order has a policy in force. Actual: the policy asked for. */
final class KnownPolicy implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var account = order.rules().account();
        boolean passed = !order.wantsOrder() || account == null || order.limits() != null;
        return CheckResult.named(RiskCode.NO_POLICY, passed, account == null ? "" : account.policyId());
    }
}
