package io.millrace.core.risk;

/** The account of an order exists. Actual: the account asked for. */
final class KnownAccount implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        boolean passed = !order.wantsOrder() || order.rules().account() != null;
        return CheckResult.named(
                RiskCode.UNKNOWN_ACCOUNT, passed, order.intent().accountId());
    }
}
