package io.millrace.core.risk;

import io.millrace.core.order.Action;

/** The order to be canceled or replaced is open, in this account and on this instrument. Actual: the order asked for. */
final class KnownOrder implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var action = order.intent().action();
        if (action != Action.CANCEL && action != Action.REPLACE) {
            return CheckResult.unmeasured(RiskCode.UNKNOWN_ORDER, "");
        }
        var id = order.intent().cancelOrderId();
        var open = id == null ? null : order.account().book().openOrder(id);
        boolean passed = open != null && open.instrument().equals(order.instrumentId());
        var split = open == null && action == Action.CANCEL ? order.account().split(id) : null;
        passed |= split != null && split.intent().instrument().equals(order.instrumentId());
        return CheckResult.named(RiskCode.UNKNOWN_ORDER, passed, id == null ? "" : id);
    }
}
