package io.millrace.core.risk;

import io.millrace.core.portfolio.Account;

/** When an account needs equity behind its positions. */
final class Margin {
    private Margin() {}

    /** Whether the order is one of an account that may owe, on an instrument that asks for margin. */
    static boolean isRequired(RiskCase order) {
        var account = order.rules().account();
        return order.terms() != null
                && account != null
                && account.type() == Account.Type.MARGIN
                && order.instrument() != null
                && order.instrument().initialMarginBps() > 0;
    }
}
