package io.millrace.verification.history;

import io.millrace.core.order.Action;
import io.millrace.core.order.Ordering;
import io.millrace.core.risk.RiskCode;
import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.AccountDecisions.Taken;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a decision says it measured is what comes out when it is measured again from the log, approved or not. For
 * decisions on orders at the market or at a limit, of accounts as long as they take all their intents in event time and
 * hold nothing else: only these stand for certain where the log says.
 */
final class MeasuresAreTrue implements Checker {
    @Override
    public String promise() {
        return "a decision's measured values are those of the account as it stood";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var beginnings = beginningsOfMore(history);
        AccountDecisions.visit(history, taken -> {
            var decision = taken.logged().value();
            if (taken.isCertain()
                    && taken.logged().at().offset()
                            < beginnings.getOrDefault(decision.intent().accountId(), Long.MAX_VALUE)
                    && decision.mark() != null
                    && decision.policyVersion() > 0) {
                compare(taken, violations);
            }
        });
        return violations.list();
    }

    /** Where each account took the first that is not of that kind: an account's decisions are in one partition. */
    private static Map<String, Long> beginningsOfMore(History history) {
        var beginnings = new HashMap<String, Long>();
        for (var logged : history.of(Topics.DECISIONS)) {
            var intent = logged.value().intent();
            if (logged.value().clockWaitExceeded()
                    || intent.ordering() == Ordering.ARRIVAL
                    || intent.action() != Action.SUBMIT
                    || intent.terms() == null
                    || !intent.attached().isEmpty()
                    || intent.terms().type().waitsForTrigger()
                    || intent.terms().algorithm() != null) {
                beginnings.merge(intent.accountId(), logged.at().offset(), Math::min);
            }
        }
        return beginnings;
    }

    private static void compare(Taken taken, Violations violations) {
        var measures = taken.measures();
        var expected = new EnumMap<RiskCode, BigInteger>(Map.of(
                RiskCode.ORDER_NOTIONAL_TOO_LARGE, measures.notional(),
                RiskCode.POSITION_TOO_LARGE, measures.position(),
                RiskCode.GROSS_EXPOSURE_TOO_LARGE, measures.gross(),
                RiskCode.DAILY_LOSS_REACHED, measures.lostToday(),
                RiskCode.ORDER_RATE_TOO_HIGH, BigInteger.valueOf(measures.approvedWithinMinute() * 100_000_000L)));
        expected.forEach((code, units) -> {
            var said = said(taken.logged().value(), code);
            violations.unless(
                    said == null || said.compareTo(new BigDecimal(units, 8)) == 0,
                    code + ": the decision says " + said + ", the log gives " + Exact.text(units),
                    taken.logged());
        });
    }

    private static BigDecimal said(RiskDecision decision, RiskCode code) {
        return decision.checks().stream()
                .filter(check -> check.code() == code && !check.actual().isEmpty())
                .findFirst()
                .map(check -> new BigDecimal(check.actual()))
                .orElse(null);
    }
}
