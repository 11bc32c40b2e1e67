package io.millrace.connectors.ledger;

import io.millrace.core.money.Price;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;

/**
 * What some reports on one order come to.
 *
 * @param latest the report of the highest number up to the first final one; what comes after that (a cancel that came too
 *     late) says nothing about the order
 * @param status of the latest of them that moved the order, null if none did: a refused change and a replace leave an
 *     order where it was
 * @param limitPrice the latest that one of them names, null if none does
 * @param triggerPrice the latest that one of them names, null if none does
 */
record Reported(ExecutionReport latest, ExecutionType status, Price limitPrice, Price triggerPrice) {
    static Reported of(ExecutionReport report) {
        boolean moves = !report.type().refusesChange() && report.type() != ExecutionType.REPLACED;
        return new Reported(report, moves ? report.type() : null, report.limitPrice(), report.triggerPrice());
    }

    Reported then(Reported next) {
        if (latest.type().isFinal() || next.latest.reportNumber() <= latest.reportNumber()) {
            return this;
        }
        return new Reported(
                next.latest,
                next.status == null ? status : next.status,
                next.limitPrice == null ? limitPrice : next.limitPrice,
                next.triggerPrice == null ? triggerPrice : next.triggerPrice);
    }
}
