package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import java.util.Arrays;
import java.util.List;

/**
 * Decides on intents: an order follows if no check objects. Pure; the same question gets the same answer.
 *
 * <p>A cancel is only held against {@link KnownOrder}: it passes in every mode and at every pace.
 */
public final class RiskEngine {
    private static final RiskCheck[] CHECKS = {
        new KnownAccount(),
        new KnownInstrument(),
        new KnownPolicy(),
        new KnownOrder(),
        new SameCurrency(),
        new Replaceable(),
        new PositivePrice(),
        new PriceOnTick(),
        new QuantityOnLot(),
        new MinQuantity(),
        new MaxQuantity(),
        new NotHalted(),
        new OnlyReducing(),
        new ReduceOnly(),
        new MaxOrderNotional(),
        new MaxPosition(),
        new MaxGrossExposure(),
        new MaxLeverage(),
        new MaxDailyLoss(),
        new MaxDrawdown(),
        new MaxOrderRate(),
        new FreshPrice()
    };

    private RiskEngine() {}

    /**
     * The decision on an intent.
     *
     * @param account as it stands after everything that came before the intent
     * @param rules in force at the time of the decision
     * @param mark the instrument's latest upstream clock, with the price known then; null if there was none
     * @param decidedAtNanos event time of the decision
     * @param clockWaitExceeded whether a clock was waited for in vain
     */
    public static RiskDecision decide(
            OrderIntent asked,
            RiskAccount account,
            Rules rules,
            Clock mark,
            long decidedAtNanos,
            boolean clockWaitExceeded) {
        var intent = SizedIntent.of(asked, account, rules, mark);
        var portfolio = account.book().portfolio().at(decidedAtNanos);
        var order = new RiskCase(intent, account, portfolio, rules, mark, decidedAtNanos);
        var results = new CheckResult[CHECKS.length];
        int count = 0;
        boolean approved = true;
        for (var check : CHECKS) {
            var result = check.of(order);
            if (result != null) {
                results[count++] = result;
                approved &= result.passed();
            }
        }
        var policy = rules.policy();
        return new RiskDecision(
                intent,
                approved,
                approved ? orderId(intent) : null,
                List.of(Arrays.copyOf(results, count)),
                policy == null ? "" : policy.policyId(),
                policy == null ? 0 : policy.version(),
                order.mode() == null ? null : order.mode().mode(),
                order.markPrice(),
                order.markPrice() == null ? 0 : mark.markTimeNanos(),
                decidedAtNanos,
                clockWaitExceeded);
    }

    private static String orderId(OrderIntent intent) {
        return intent.action() == Action.CANCEL || intent.action() == Action.REPLACE
                ? intent.cancelOrderId()
                : intent.intentId();
    }
}
