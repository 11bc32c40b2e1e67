package io.millrace.gateway.view;

import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import java.util.List;

/** An order's terms after what its venue has said: as it was replaced last, with the quantity and prices of its last report. */
final class TermsInForce {
    private TermsInForce() {}

    static OrderTerms of(OrderTerms asked, List<OrderView.Replace> replaces, List<ExecutionReport> reports) {
        if (reports.isEmpty()) {
            return asked;
        }
        var terms = replaced(asked, replaces, reports);
        var last = reports.get(reports.size() - 1);
        boolean limited = last.limitPrice() != null && terms.limitPrice() != null;
        boolean fixed = last.triggerPrice() != null && terms.type().hasTrigger();
        return terms.withQuantity(last.orderQuantity())
                .withPrices(
                        limited ? last.limitPrice() : terms.limitPrice(),
                        fixed ? last.triggerPrice() : terms.triggerPrice());
    }

    /** The venue answers the replaces that risk let through in their order. */
    private static OrderTerms replaced(
            OrderTerms asked, List<OrderView.Replace> replaces, List<ExecutionReport> reports) {
        var allowed =
                replaces.stream().filter(replace -> replace.ruling().approved()).toList();
        var terms = asked;
        int answered = 0;
        for (var report : reports) {
            if (report.type() == ExecutionType.REPLACED && answered < allowed.size()) {
                terms = allowed.get(answered).terms();
            }
            if (report.type() == ExecutionType.REPLACED || report.type() == ExecutionType.REPLACE_REJECTED) {
                answered++;
            }
        }
        return terms;
    }
}
