package io.millrace.core.risk;

/** The order to be canceled is open, in this account and on this instrument. Actual: the order asked for. */
final class KnownOrder implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.isSubmit()) {
            return CheckResult.unmeasured(RiskCode.UNKNOWN_ORDER, "");
        }
        var id = order.intent().cancelOrderId();
        var open = id == null ? null : order.book().openOrder(id);
        boolean passed = open != null && open.instrument().equals(order.instrumentId());
        return CheckResult.named(RiskCode.UNKNOWN_ORDER, passed, id == null ? "" : id);
    }
}
