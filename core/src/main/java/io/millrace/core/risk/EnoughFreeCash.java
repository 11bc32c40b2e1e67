package io.millrace.core.risk;

import io.millrace.core.money.WideMoney;

/**
 * A cash account can pay the order together with everything that is open in the instrument's quote currency: Σ {@link
 * Hold} ≤ its cash in it. Fills and cancels release what was held, so no two orders are ever paid from the same cash. An order that takes no cash passes.
 */
final class EnoughFreeCash implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!Cash.isLimit(order)) {
            return null;
        }
        WideMoney own = Hold.of(order);
        var actual = Hold.together(order);
        var cash = order.balance(order.instrument()).cash();
        boolean passed = own.isZero() || actual.isAtMost(cash);
        return CheckResult.of(RiskCode.FREE_CASH_TOO_SMALL, passed, actual, cash, order.quoteCurrency());
    }
}
