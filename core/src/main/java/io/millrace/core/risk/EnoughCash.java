package io.millrace.core.risk;

/** A cash account can pay the order and its fee ({@link Hold}) from its cash in the instrument's quote currency, if nothing else were open. */
final class EnoughCash implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!Cash.isLimit(order)) {
            return null;
        }
        var actual = Hold.of(order);
        var cash = order.balance(order.instrument()).cash();
        boolean passed = actual.isZero() || actual.isAtMost(cash);
        return CheckResult.of(RiskCode.CASH_TOO_SMALL, passed, actual, cash, order.quoteCurrency());
    }
}
