package io.millrace.core.risk;

import io.millrace.core.order.GroupProblem;
import io.millrace.core.order.TermsProblem;
import java.util.ArrayList;

/**
 * The order's terms describe one order, and only one ({@link TermsProblem}, {@link GroupProblem}). It speaks only if it
 * objects. What other checks object to, a quantity or a limit price that is missing or not above zero, it leaves to
 * them. Actual: what is wrong.
 */
final class ValidTerms implements RiskCheck {
    @Override
    public CheckResult of(RiskCase order) {
        if (order.terms() == null) {
            return null;
        }
        var problems = new ArrayList<String>(0);
        for (var problem : TermsProblem.of(order.terms())) {
            if (!isSaidElsewhere(problem)) {
                problems.add(problem.name());
            }
        }
        if (!order.intent().attached().isEmpty() || order.intent().contingency() != null) {
            for (var problem : GroupProblem.of(order.intent())) {
                problems.add(problem.name());
            }
        }
        return problems.isEmpty() ? null : CheckResult.named(RiskCode.TERMS_INVALID, false, String.join(" ", problems));
    }

    private static boolean isSaidElsewhere(TermsProblem problem) {
        return problem == TermsProblem.QUANTITY_NOT_POSITIVE
                || problem == TermsProblem.LIMIT_PRICE_MISSING
                || problem == TermsProblem.LIMIT_PRICE_NOT_POSITIVE;
    }
}
