package io.millrace.core.execution;

import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import java.util.List;
import java.util.Objects;

/**
 * What happens to an order's group with it.
 *
 * <ul>
 *   <li>A child acts for what its parent has filled, from the next market event on. A parent that ends leaves its children
 *       with that quantity; without a fill it cancels them.
 *   <li>A fill cancels the siblings ({@link OrderLink.Rule#CANCELS}) or takes its quantity from theirs ({@link
 *       OrderLink.Rule#REDUCES}); nothing left cancels them. That an order is canceled or expires leaves its siblings
 *       alone.
 * </ul>
 *
 * <p>The orders of a group that is taken on arrival may come while others of it have acted: what came of those, open or
 * not, happens to the one that comes.
 */
final class PaperGroups {
    private final PaperDesk desk;

    PaperGroups(PaperDesk desk) {
        this.desk = desk;
    }

    /** An order that comes: its siblings and its parent may have filled, or ended, before. */
    void joined(PaperOrder order, long nanos) {
        var link = order.command().link();
        if (link == null) {
            return;
        }
        var members = desk.book().members(link);
        for (var sibling : siblings(members, order, link)) {
            var now = desk.book().open(order.id());
            if (now != null && sibling.filled().isPositive()) {
                siblingFilled(now, link.rule(), sibling.filled(), nanos);
            }
        }
        for (var parent : members) {
            var now = desk.book().open(order.id());
            if (now != null && parent.id().equals(link.parentOrderId())) {
                parentWas(parent, now, nanos);
            }
        }
    }

    private void parentWas(PaperOrder parent, PaperOrder child, long nanos) {
        if (parent.filled().isPositive()) {
            release(child, parent.filled(), nanos);
        }
        if (parent.state().isFinal()) {
            orphan(desk.book().open(child.id()), nanos);
        }
    }

    /** Other terms for an order, for no more than its parent can still let act. */
    OrderTerms within(PaperOrder order, OrderTerms terms) {
        var link = order.command().link();
        boolean mayGrow = link == null
                || link.parentOrderId() == null
                || desk.book().open(link.parentOrderId()) != null
                || desk.book().submission(link.parentOrderId()) != null;
        return mayGrow
                ? terms
                : terms.withQuantity(terms.quantity().min(order.place().released()));
    }

    void filled(PaperOrder order, Quantity quantity, long nanos) {
        var link = order.command().link();
        if (link == null) {
            return;
        }
        for (var sibling : siblings(desk.book().group(link), order, link)) {
            siblingFilled(sibling, link.rule(), quantity, nanos);
        }
        for (var child : children(order, link)) {
            release(child, quantity, nanos);
        }
    }

    void ended(PaperOrder order, long nanos) {
        var link = order.command().link();
        if (link != null) {
            children(order, link).forEach(child -> orphan(child, nanos));
        }
    }

    private void siblingFilled(PaperOrder order, OrderLink.Rule rule, Quantity by, long nanos) {
        switch (rule) {
            case INDEPENDENT -> {}
            case CANCELS -> desk.report(order, ExecutionType.CANCELED, nanos, "SIBLING_FILLED");
            case REDUCES -> reduce(order, by, nanos);
        }
    }

    private void release(PaperOrder child, Quantity quantity, long nanos) {
        var released =
                child.with(child.place().released(child.place().released().plus(quantity)));
        if (child.workable().isPositive()) {
            desk.book().put(released);
            return;
        }
        var active = released.ranked(desk.book().takeRank());
        desk.book().put(active);
        PaperArrival.of(desk, active, nanos);
    }

    /** The parent fills no more. */
    private void orphan(PaperOrder child, long nanos) {
        if (child == null) {
            return;
        }
        var released = child.place().released();
        if (child.quantity().compareTo(released) > 0) {
            shrink(child, released, nanos, "PARENT_ENDED");
        }
    }

    private void reduce(PaperOrder sibling, Quantity by, long nanos) {
        var place = sibling.place();
        var left = place.released().equals(PaperPlace.ALL)
                ? place.released()
                : place.released().minus(by);
        shrink(sibling.with(place.released(left)), sibling.quantity().minus(by), nanos, "SIBLING_FILLED");
    }

    private void shrink(PaperOrder order, Quantity to, long nanos, String reason) {
        if (to.compareTo(order.filled()) <= 0) {
            desk.report(order, ExecutionType.CANCELED, nanos, reason);
        } else {
            var smaller = order.with(order.terms().withQuantity(to), order.expireAtNanos());
            desk.report(smaller, ExecutionType.REPLACED, nanos, reason);
        }
    }

    private List<PaperOrder> children(PaperOrder order, OrderLink link) {
        return desk.book().group(link).stream()
                .filter(member -> order.id().equals(member.command().link().parentOrderId()))
                .toList();
    }

    private static List<PaperOrder> siblings(List<PaperOrder> members, PaperOrder order, OrderLink link) {
        return members.stream()
                .filter(member -> !member.id().equals(order.id())
                        && Objects.equals(member.command().link().parentOrderId(), link.parentOrderId()))
                .toList();
    }
}
