package io.millrace.core.risk;

import io.millrace.core.money.WideMoney;

/**
 * A cash account can pay the order together with everything that is open: Σ {@link Hold} ≤ cash. Fills and cancels
 * release what was held, so no two orders are ever paid from the same cash. An order that takes no cash passes.
 */
final class EnoughFreeCash implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!Cash.isLimit(order)) {
            return null;
        }
        WideMoney own = Hold.of(order);
        var actual = own.plus(Hold.ofOpenOrders(order));
        var cash = order.portfolio().cash();
        boolean passed = own.isZero() || actual.isAtMost(cash);
        return CheckResult.of(RiskCode.FREE_CASH_TOO_SMALL, passed, actual, cash, order.currency());
    }
}
