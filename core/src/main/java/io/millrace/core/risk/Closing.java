package io.millrace.core.risk;

import io.millrace.core.money.Units;

/** How an order compares with the position it would close. */
final class Closing {
    private Closing() {}

    /** The order, with all open orders of its side, closes at most the position it is opposite to. */
    static CheckResult atMostThePosition(RiskCode code, RiskCase order) {
        boolean opposite =
                Long.signum(order.position()) == -order.terms().side().sign();
        return CheckResult.of(
                code,
                order.isReducing(),
                Measure.UNITS,
                order.ordered(),
                opposite ? Units.abs(order.position()) : 0,
                order.quantityUnit());
    }
}
