package io.millrace.core.risk;

import io.millrace.core.portfolio.Account;

/** When an account pays from its cash. */
final class Cash {
    private Cash() {}

    /** Whether the order is one of an account that may not owe. */
    static boolean isLimit(RiskCase order) {
        var account = order.rules().account();
        return order.terms() != null && account != null && account.type() == Account.Type.CASH;
    }
}
