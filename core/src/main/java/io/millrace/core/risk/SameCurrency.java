package io.millrace.core.risk;

/** The instrument is quoted in the account's currency, or in one whose rate in it is known. */
final class SameCurrency implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.instrument() == null || order.rules().account() == null) {
            return CheckResult.unmeasured(RiskCode.CURRENCY_DIFFERS, "");
        }
        var quoted = order.instrument().quoteCurrency();
        boolean passed = order.balance(order.instrument()).isConvertible();
        return new CheckResult(RiskCode.CURRENCY_DIFFERS, passed, quoted, order.currency(), "");
    }
}
