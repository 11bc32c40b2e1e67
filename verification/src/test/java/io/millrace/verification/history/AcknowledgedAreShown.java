package io.millrace.verification.history;

import io.millrace.core.order.Action;
import java.util.List;
import java.util.stream.Collectors;

/** Whoever was told that an order is taken finds it. */
final class AcknowledgedAreShown implements Checker {
    @Override
    public String promise() {
        return "the gateway shows every order that it acknowledged to people";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        history.orders().ifPresent(orders -> {
            var shown = orders.stream().map(OrderShown::orderId).collect(Collectors.toSet());
            history.driven().requests().stream()
                    .filter(request -> request.action() == Action.SUBMIT)
                    .forEach(request -> violations.unless(
                            shown.contains(request.intentId()), "an acknowledged order is not shown", request));
        });
        return violations.list();
    }
}
