package io.millrace.core.risk;

import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderState;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderTerms;

/**
 * An order that is to be replaced stays the same order: its side, type and what is filled of it stay, and its venue has
 * answered what it was asked before. Actual: what is in the way.
 */
final class Replaceable implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        var intent = order.intent();
        var open = intent.action() == Action.REPLACE && intent.cancelOrderId() != null
                ? order.account().book().openOrder(intent.cancelOrderId())
                : null;
        if (open == null || intent.terms() == null) {
            return null;
        }
        var problem = problem(open, intent.terms());
        return CheckResult.named(RiskCode.ORDER_NOT_REPLACEABLE, problem.isEmpty(), problem);
    }

    private static String problem(OpenOrder open, OrderTerms terms) {
        if (open.state() == OrderState.PENDING_CANCEL || open.state() == OrderState.PENDING_REPLACE) {
            return open.state().name();
        }
        if (terms.side() != open.side() || terms.type() != open.terms().type()) {
            return "side or type differs";
        }
        if (terms.algorithm() != null) {
            return "an open order cannot be split";
        }
        return terms.quantity().compareTo(open.filled()) > 0 ? "" : "filled " + open.filled();
    }
}
