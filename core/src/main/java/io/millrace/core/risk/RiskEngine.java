package io.millrace.core.risk;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import java.util.Arrays;
import java.util.Collections;

/**
 * Decides on intents: an order follows if no check objects. Pure; the same question gets the same answer.
 *
 * <p>A cancel is only held against {@link KnownOrder}, and a strategy's against {@link MaxCancelRate}: it passes in every mode.
 */
public final class RiskEngine {
    private static final RiskCheck[] CHECKS = {
        new KnownAccount(),
        new KnownInstrument(),
        new KnownPolicy(),
        new KnownOrder(),
        new SameCurrency(),
        new NewIntent(),
        new Replaceable(),
        new PositivePrice(),
        new PriceOnTick(),
        new QuantityOnLot(),
        new MinQuantity(),
        new MaxQuantity(),
        new MinNotional(),
        new MaxNotional(),
        new ValidTerms(),
        new FutureExpiry(),
        new NotHalted(),
        new OnlyReducing(),
        new ReduceOnly(),
        new InstrumentTrades(),
        new WithinSession(),
        new MaxOrderNotional(),
        new MaxPosition(),
        new MaxGrossExposure(),
        new MaxLeverage(),
        new MaxInstrumentNotional(),
        new MaxNetExposure(),
        new MaxConcentration(),
        new MaxGroupExposure(),
        new EnoughCash(),
        new EnoughFreeCash(),
        new NoShortSale(),
        new EnoughMargin(),
        new EnoughFreeMargin(),
        new WithinBudget(),
        new MaxDailyLoss(),
        new MaxDrawdown(),
        new MaxOrderRate(),
        new FreshPrice(),
        new MaxCancelRate(),
        new PriceWithinCollar(),
        new CleanData(),
        new WarmedUp(),
        new NoSelfTrade()
    };

    private RiskEngine() {}

    /**
     * The decision on an intent.
     *
     * @param account as it stands after everything that came before the intent
     * @param rules in force at the time of the decision
     * @param marks the upstream clocks of all instruments, each with the price known then
     * @param decidedAtNanos event time of the decision
     * @param clockWaitExceeded whether a clock was waited for in vain
     */
    public static RiskDecision decide(
            OrderIntent asked,
            RiskAccount account,
            Rules rules,
            MarkLog marks,
            long decidedAtNanos,
            boolean clockWaitExceeded) {
        var mark = asked.instrument() == null ? null : marks.latest(asked.instrument(), decidedAtNanos);
        var intent = SizedIntent.of(asked, account, rules, mark);
        var order = new RiskCase(intent, account, rules, marks, decidedAtNanos);
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
                Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(results, count))),
                policy == null ? "" : policy.policyId(),
                policy == null ? 0 : policy.version(),
                order.mode() == null ? null : order.mode().mode(),
                order.markPrice(),
                order.markPrice() == null ? 0 : order.mark().markTimeNanos(),
                decidedAtNanos,
                clockWaitExceeded);
    }

    private static String orderId(OrderIntent intent) {
        return intent.action() == Action.CANCEL || intent.action() == Action.REPLACE
                ? intent.cancelOrderId()
                : intent.intentId();
    }
}
