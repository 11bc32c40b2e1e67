package io.millrace.core.risk;

/** The instrument of an order exists. Actual: the instrument asked for. */
final class KnownInstrument implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        boolean passed = !order.wantsOrder() || order.instrument() != null;
        return CheckResult.named(
                RiskCode.UNKNOWN_INSTRUMENT,
                passed,
                order.instrumentId() == null ? "" : order.instrumentId().toString());
    }
}
