package io.millrace.core.risk;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Moment;
import io.millrace.core.clock.Timeline;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.portfolio.AccountBook;
import java.util.List;

/** What becomes of an account when a moment is taken, and what is sent then. */
final class RiskDesk {
    private final Control control;
    private final MarkLog marks;
    private final RiskOutput output;
    private final Commands commands;

    /** @param slices where slices of orders that algorithms split wait for their time */
    RiskDesk(Control control, MarkLog marks, RiskOutput output, Slicing slices) {
        this.control = control;
        this.marks = marks;
        this.output = output;
        this.commands = new Commands(output, slices);
    }

    /**
     * The account after its next moment. One that leads to an amount beyond what can be counted changes nothing but the
     * time: a mark is not taken, an intent is rejected; an account whose fill cannot be counted is halted.
     */
    RiskAccount take(RiskAccount account, Timeline.Head<RiskEvent> head, boolean clockWaitExceeded) {
        RiskAccount next;
        try {
            next = taken(account, head, clockWaitExceeded);
        } catch (ArithmeticException uncountable) {
            next = refuse(account, head, clockWaitExceeded, reason(uncountable));
        }
        return next.with(next.book().reached(head.moment()));
    }

    private RiskAccount refuse(
            RiskAccount account, Timeline.Head<RiskEvent> head, boolean clockWaitExceeded, String reason) {
        if (head.event() == null) {
            output.unvalued(account.accountId(), head.mark(), reason);
            return account;
        }
        if (head.event().report() != null) {
            output.refused(head.event().report(), reason);
            return account.commanding(TradingMode.HALTED);
        }
        return refuse(account, head.event().intent(), head.moment().timeNanos(), clockWaitExceeded, reason);
    }

    private RiskAccount refuse(
            RiskAccount account, OrderIntent intent, long now, boolean clockWaitExceeded, String reason) {
        var check = CheckResult.named(RiskCode.NOT_COUNTABLE, false, reason);
        var decision =
                new RiskDecision(intent, false, null, List.of(check), "", 0, null, null, 0, now, clockWaitExceeded);
        var next = account.apply(decision);
        output.decided(decision);
        return next;
    }

    private static String reason(ArithmeticException uncountable) {
        return uncountable.getMessage() == null ? "overflow" : uncountable.getMessage();
    }

    private RiskAccount taken(RiskAccount account, Timeline.Head<RiskEvent> head, boolean clockWaitExceeded) {
        long now = head.moment().timeNanos();
        var book = account.book();
        var funded = account.with(book.until(book.notBeforeLast(now), control, marks, AccountBook.Payments.UNHEARD));
        var next = funded;
        if (head.event() == null) {
            next = funded.with(funded.book().mark(head.mark()));
        } else if (head.event().report() != null) {
            next = take(funded, head.event().report());
        } else {
            next = take(funded, head.event().intent(), now, clockWaitExceeded);
        }
        if (head.event() == null || head.event().report() != null) {
            next = Protections.after(funded, next, control.policy(account.accountId(), now), now);
        }
        return head.event() == null ? covered(next, head.mark().instrument(), now, clockWaitExceeded) : next;
    }

    /** Cancels what may only reduce and is not covered any more. */
    private RiskAccount covered(RiskAccount account, InstrumentId on, long now, boolean clockWaitExceeded) {
        var next = account;
        for (var order : account.book().uncovered(on, account.onlyReduces())) {
            var reason = order.side() + " of " + order.working() + " is beyond the position that it may reduce";
            var intent = OrderIntent.canceledByRisk(order.orderId(), account.accountId(), on, now, reason);
            next = decide(next, intent, now, clockWaitExceeded);
        }
        return next;
    }

    /**
     * The account after an intent that is taken as it arrives, at the account's current event time. The account's other
     * events keep their own time, also those that are earlier and still wait; only an account that has none yet starts
     * here.
     *
     * @param signalsNanos signals' clock on the intent's instrument, {@link InstrumentClocks#NEVER} if it has none
     */
    RiskAccount arrive(RiskAccount account, OrderIntent intent, long signalsNanos) {
        var last = account.book().last();
        long known = last == null ? signalsNanos : Math.max(last.timeNanos(), signalsNanos);
        long now = known == InstrumentClocks.NEVER ? intent.eventTimeNanos() : known;
        RiskAccount next;
        try {
            next = decide(funded(account, now), intent, now, false);
        } catch (ArithmeticException uncountable) {
            next = refuse(account, intent, now, false, reason(uncountable));
        }
        return last == null ? next.with(next.book().reached(Moment.of(intent, now))) : next;
    }

    private RiskAccount funded(RiskAccount account, long now) {
        long time = account.book().notBeforeLast(now);
        return account.with(account.book().under(time, control, marks));
    }

    private RiskAccount take(RiskAccount account, ExecutionReport report) {
        var step = account.book().apply(report);
        if (step instanceof AccountBook.Refused refused) {
            output.refused(report, refused.reason());
            return account;
        }
        return account.filled(report, ((AccountBook.Taken) step).book());
    }

    private RiskAccount take(RiskAccount account, OrderIntent intent, long now, boolean clockWaitExceeded) {
        if (account.hasSeen(intent)) {
            output.duplicate(intent);
            return account;
        }
        return decide(account, intent, now, clockWaitExceeded);
    }

    private RiskAccount decide(RiskAccount account, OrderIntent intent, long now, boolean clockWaitExceeded) {
        var rules = control.rules(intent, now);
        var decision = GroupDecision.of(intent, account, rules, marks, now, clockWaitExceeded);
        var next = account.apply(decision);
        output.decided(decision);
        return commands.follow(next, decision, rules.instrument());
    }
}
