package io.millrace.core.risk;

import io.millrace.core.market.QualityFlag;

/** The mark has none of the quality flags that are refused. Actual: those it has. */
final class CleanData implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        int refused = order.safeguards().refusedQuality();
        if (refused == 0 || !order.wantsOrder() || order.markPrice() == null) {
            return null;
        }
        int found = order.mark().quality() & refused;
        return CheckResult.named(RiskCode.DATA_DIRTY, found == 0, String.join(" ", QualityFlag.names(found)));
    }
}
