package io.millrace.core.risk;

import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderState;
import io.millrace.core.order.OrderTerms;

/**
 * The order would not meet one that the account itself has resting on the other side: at a price that crosses, or at the
 * market. An order that waits for a trigger, or that may only post, meets nothing as it arrives. Actual: the other
 * order.
 */
final class NoSelfTrade implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (!order.safeguards().refusesSelfTrade() || order.terms() == null) {
            return null;
        }
        var orders = order.book().openOrders();
        for (int i = 0; i < orders.size(); i++) {
            var other = orders.get(i);
            if (other.instrument().equals(order.instrumentId()) && meets(order.terms(), other)) {
                return CheckResult.named(RiskCode.SELF_TRADE, false, other.orderId());
            }
        }
        return CheckResult.named(RiskCode.SELF_TRADE, true, "");
    }

    private static boolean meets(OrderTerms terms, OpenOrder other) {
        boolean waits = terms.type().waitsForTrigger() || terms.postOnly();
        if (waits || other.side() == terms.side() || !rests(other)) {
            return false;
        }
        if (terms.limitPrice() == null) {
            return true;
        }
        int above = terms.limitPrice().compareTo(other.terms().limitPrice());
        return above * terms.side().sign() >= 0;
    }

    private static boolean rests(OpenOrder other) {
        // Where it is, whatever its venue is asked meanwhile.
        var state = other.status().confirmed();
        boolean triggered = state == OrderState.TRIGGERED || state == OrderState.PARTIALLY_FILLED;
        return other.terms().limitPrice() != null
                && (triggered || !other.terms().type().waitsForTrigger());
    }
}
