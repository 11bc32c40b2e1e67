package io.millrace.core.risk;

/** The instrument is quoted in the account's currency: profit and cash are one amount. */
final class SameCurrency implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null || order.instrument() == null || order.rules().account() == null) {
            return CheckResult.unmeasured(RiskCode.CURRENCY_DIFFERS, "");
        }
        var quoted = order.instrument().quoteCurrency();
        return new CheckResult(
                RiskCode.CURRENCY_DIFFERS, quoted.equals(order.currency()), quoted, order.currency(), "");
    }
}
