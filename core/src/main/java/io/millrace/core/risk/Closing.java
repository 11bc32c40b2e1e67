package io.millrace.core.risk;

import java.math.BigDecimal;

/** How an order compares with the position it would close. */
final class Closing {
    private Closing() {}

    /** The order, with all open orders of its side, closes at most the position it is opposite to. */
    static CheckResult atMostThePosition(RiskCode code, RiskCase order) {
        boolean opposite = order.position().signum() == -order.terms().side().sign();
        return CheckResult.of(
                code,
                order.isReducing(),
                order.orderedOnSide(),
                opposite ? order.position().abs() : BigDecimal.ZERO,
                order.quantityUnit());
    }
}
