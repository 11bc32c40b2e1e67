package io.millrace.core.clock;

import io.millrace.core.market.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The order in which accounts take what happens to them, and what they have to wait for. One rule for risk and
 * portfolio.
 *
 * <p>An account's next moment is the earliest of its waiting events and of the marks of the instruments it follows. It
 * is due at time t when nothing earlier can still come:
 *
 * <ol>
 *   <li>the upstream clock has reached t on every instrument that it follows, that is traded for it up to t, and that
 *       the event itself is about: then every intent (for portfolio: decision) and every mark up to t is here;
 *   <li>the venue's clock has reached t on every instrument in which it has an order open that was decided before t:
 *       then every report up to t is here. An order decided at t or later has no report up to t.
 * </ol>
 *
 * <p>Why this always advances: take the earliest moment m that waits anywhere. (1) depends on market data alone. For
 * (2), nothing that holds a risk task's clock waits before m, so each is at least m − 1 (see {@link RiskClock}), so the venue may
 * match up to m − 1 + latency ≥ m as soon as the market has gone beyond m, and tells so (see {@link VenueFrontier}).
 * The market clock at the end of a finite source goes beyond every moment.
 */
public final class Timeline<E> {
    /**
     * An account's next moment.
     *
     * @param event what waits, null for a mark
     * @param mark the upstream clock that brings the mark, null for an event
     */
    public record Head<E>(Moment moment, E event, Clock mark) {}

    private final Pending<E> pending;
    private final MarkLog marks;
    private final TaskClocks clocks;

    public Timeline(Pending<E> pending, MarkLog marks, TaskClocks clocks) {
        this.pending = pending;
        this.marks = marks;
        this.clocks = clocks;
    }

    /** The account's next moment, null if nothing is known to come. */
    public Head<E> head(String accountId, Stake stake) {
        var event = pending.first(accountId);
        Head<E> head = event == null ? null : new Head<>(event.moment(), event.event(), null);
        for (var instrument : stake.followed()) {
            var mark = nextMark(instrument, stake);
            if (mark != null && (head == null || Moment.ofMark(mark).compareTo(head.moment()) < 0)) {
                head = new Head<>(Moment.ofMark(mark), null, mark);
            }
        }
        return head;
    }

    /**
     * The clocks that a moment still has to wait for, none if it is due.
     *
     * @param traded instruments on which somebody else may act for the account, each with the event time up to which
     *     he may; ends before the moment for one who no longer does
     */
    public List<Awaited> missing(Moment moment, Stake stake, SortedMap<InstrumentId, Long> traded) {
        var needed = new TreeMap<InstrumentId, Long>();
        traded.forEach((instrument, until) -> needed.put(instrument, Math.min(until, moment.timeNanos())));
        stake.followed().forEach(instrument -> needed.put(instrument, moment.timeNanos()));
        needed.put(InstrumentId.of(moment.instrument()), moment.timeNanos());
        var missing = new ArrayList<Awaited>();
        for (Map.Entry<InstrumentId, Long> need : needed.entrySet()) {
            if (clocks.of(need.getKey()).upstreamNanos() < need.getValue()) {
                missing.add(new Awaited(Awaited.Source.UPSTREAM, need.getKey(), need.getValue()));
            }
        }
        for (var instrument : new TreeSet<>(stake.openBefore(moment.timeNanos()))) {
            if (clocks.of(instrument).venueNanos() < moment.timeNanos()) {
                missing.add(new Awaited(Awaited.Source.VENUE, instrument, moment.timeNanos()));
            }
        }
        return missing;
    }

    /** Whether a moment may be taken although clocks are missing: each was given up. */
    public boolean isDueWithout(List<Awaited> missing) {
        return missing.stream().allMatch(clocks::isGivenUp);
    }

    /** Forgets an instrument's marks before the latest one at or before a time that every reader has passed. */
    public void forget(InstrumentId instrument, long passedNanos) {
        var latest = passedNanos == InstrumentClocks.NEVER ? null : marks.latest(instrument, passedNanos);
        if (latest != null) {
            marks.removeBefore(instrument, latest.timeNanos());
        }
    }

    /** The clock whose mark is the first on an instrument that an account has not taken, null if none is known. */
    public Clock nextMark(InstrumentId instrument, Stake stake) {
        var last = stake.last();
        if (last == null) {
            return null;
        }
        // A mark at the last moment's own time is still to come if it sorts after it.
        var mark = marks.next(instrument, last.timeNanos() - 1);
        return mark != null && Moment.ofMark(mark).compareTo(last) <= 0
                ? marks.next(instrument, last.timeNanos())
                : mark;
    }
}
