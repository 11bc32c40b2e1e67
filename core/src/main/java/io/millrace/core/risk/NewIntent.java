package io.millrace.core.risk;

import io.millrace.core.order.Action;

/** No order of the intent's id is open already, or being split. It speaks only if it objects. Actual: the id. */
final class NewIntent implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        boolean again = order.intent().action() == Action.SUBMIT
                && (order.book().openOrder(order.intent().intentId()) != null
                        || order.account().split(order.intent().intentId()) != null);
        return again
                ? CheckResult.named(
                        RiskCode.DUPLICATE_INTENT, false, order.intent().intentId())
                : null;
    }
}
