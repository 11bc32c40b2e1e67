package io.millrace.core.risk;

/** An account that is halted takes no orders. Cancels pass. */
final class NotHalted implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var policy = order.rules().policy();
        boolean passed = !order.isSubmit() || policy == null || policy.mode() != TradingMode.HALTED;
        return CheckResult.named(
                RiskCode.TRADING_HALTED,
                passed,
                policy == null ? "" : policy.mode().name());
    }
}
