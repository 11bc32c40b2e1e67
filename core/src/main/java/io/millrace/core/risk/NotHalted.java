package io.millrace.core.risk;

/** An account that is halted takes no orders. Cancels pass. Actual: the mode in force, and who set it. */
final class NotHalted implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var inForce = order.mode();
        boolean passed = !order.wantsOrder() || inForce == null || inForce.mode() != TradingMode.HALTED;
        return CheckResult.named(RiskCode.TRADING_HALTED, passed, inForce == null ? "" : inForce.toString());
    }
}
