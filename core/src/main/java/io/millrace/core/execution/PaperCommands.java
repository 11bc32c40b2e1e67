package io.millrace.core.execution;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.calendar.Session;
import io.millrace.core.market.calendar.TradingCalendar;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.TermsProblem;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.VenueCommand;

/** Commands as they act. What refers to a final order is refused by a report and changes nothing. */
final class PaperCommands {
    private final PaperDesk desk;

    PaperCommands(PaperDesk desk) {
        this.desk = desk;
    }

    void act(QueuedCommand queued) {
        var command = queued.command();
        long now = queued.actsNanos();
        if (command.action() == Action.SUBMIT) {
            submit(command, now);
            return;
        }
        var open = desk.book().open(command.orderId());
        var submission = desk.book().submission(command.orderId());
        var finished = desk.book().finished(command.orderId());
        if (open == null && submission != null) {
            // It overtook its order: the time at which that acts comes before what else acts then.
            desk.book().enqueue(queued.at(submission.actsNanos()));
        } else if (open != null) {
            change(open, command, now);
        } else if (finished != null) {
            refuse(finished, command, now);
        } else {
            desk.output().dropped(command, "UNKNOWN_ORDER");
        }
    }

    /** Ends an order whose time is over. */
    void expire(PaperOrder order) {
        desk.report(order, ExecutionType.EXPIRED, order.expireAtNanos(), "");
    }

    private void submit(VenueCommand command, long now) {
        var rules = desk.rules(now);
        boolean waits = command.link() != null && command.link().parentOrderId() != null;
        var problem = rules == null
                ? "UNKNOWN_INSTRUMENT"
                : problem(
                        command.terms(),
                        rules,
                        now,
                        !waits && !command.terms().type().waitsForTrigger());
        long expires = problem.isEmpty() ? expiry(command.terms(), rules, now) : PaperOrder.NEVER;
        var order = PaperOrder.of(command, desk.book().takeRank(), expires);
        if (!problem.isEmpty()) {
            desk.report(order, ExecutionType.REJECTED, now, problem);
            return;
        }
        desk.report(order, ExecutionType.ACCEPTED, now, "");
        var accepted = desk.book().open(command.orderId());
        PaperArrival.of(desk, accepted, now);
        desk.groups().joined(accepted, now);
    }

    private void change(PaperOrder order, VenueCommand command, long now) {
        if (command.action() == Action.CANCEL) {
            desk.report(order, ExecutionType.CANCELED, now, "");
        } else if (command.action() == Action.REPLACE) {
            replace(order, command.terms(), now);
        } else {
            desk.output().dropped(command, "UNKNOWN_ACTION");
        }
    }

    private void refuse(PaperOrder finished, VenueCommand command, long now) {
        if (command.action() == Action.CANCEL) {
            desk.refuse(finished, ExecutionType.CANCEL_REJECTED, now);
        } else if (command.action() == Action.REPLACE) {
            desk.refuse(finished, ExecutionType.REPLACE_REJECTED, now);
        } else {
            desk.output().dropped(command, "UNKNOWN_ACTION");
        }
    }

    private void replace(PaperOrder order, OrderTerms asked, long now) {
        var rules = desk.rules(now);
        OrderTerms terms = asked == null ? null : desk.groups().within(order, asked);
        var problem = rules == null ? "UNKNOWN_INSTRUMENT" : PaperReplace.problem(order, terms);
        boolean acts = order.workable().isPositive() && !order.isDormant();
        problem = problem.isEmpty() ? problem(asked, rules, now, acts) : problem;
        if (!problem.isEmpty()) {
            desk.report(order, ExecutionType.REPLACE_REJECTED, now, problem);
            return;
        }
        boolean keepsPlace = PaperReplace.keepsPlace(order, terms);
        var changed = order.with(terms, expiry(terms, rules, now));
        if (!keepsPlace) {
            changed = PaperReplace.anew(changed).ranked(desk.book().takeRank());
        }
        desk.report(changed, ExecutionType.REPLACED, now, "");
        if (!keepsPlace) {
            PaperArrival.of(desk, desk.book().open(order.id()), now);
        }
    }

    /**
     * Why the venue does not take the terms, empty if it does.
     *
     * @param acts whether an order of these terms may fill now; one that waits for its trigger does not
     */
    private String problem(OrderTerms terms, Instrument rules, long now, boolean acts) {
        var problems = TermsProblem.of(terms);
        if (!problems.isEmpty()) {
            return problems.get(0).name();
        }
        if (terms.timeInForce() == TimeInForce.GTD && terms.expireAtNanos() <= now) {
            return "GTD_EXPIRED";
        }
        if (terms.timeInForce() == TimeInForce.DAY && expiry(terms, rules, now) <= now) {
            return "NO_SESSION";
        }
        boolean takes = acts
                && terms.postOnly()
                && terms.limitPrice() != null
                && PaperArrival.wouldTake(desk, terms.side(), terms.limitPrice());
        return takes ? "POST_ONLY would take" : "";
    }

    private static long expiry(OrderTerms terms, Instrument rules, long now) {
        return switch (terms.timeInForce()) {
            case GTC, IOC, FOK -> PaperOrder.NEVER;
            case GTD -> terms.expireAtNanos();
            case DAY -> sessionEnd(rules, now);
        };
    }

    /** The end of the session at hand, or of the next one; now if the instrument's calendar has none. */
    private static long sessionEnd(Instrument rules, long now) {
        var calendar = TradingCalendar.ofInstrument(rules.calendar());
        return calendar.sessionAt(now)
                .or(() -> calendar.nextSession(now))
                .map(Session::closeNanos)
                .orElse(now);
    }
}
