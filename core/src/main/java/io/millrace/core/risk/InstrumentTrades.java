package io.millrace.core.risk;

/** The instrument is not halted. It speaks only if it objects. Actual: the instrument. */
final class InstrumentTrades implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        boolean halted = order.wantsOrder()
                && order.instrument() != null
                && order.instrument().halted();
        return halted
                ? CheckResult.named(
                        RiskCode.INSTRUMENT_HALTED, false, order.instrumentId().toString())
                : null;
    }
}
