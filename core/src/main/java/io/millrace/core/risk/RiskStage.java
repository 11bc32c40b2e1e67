package io.millrace.core.risk;

import io.millrace.core.clock.Awaited;
import io.millrace.core.clock.Clock;
import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Moment;
import io.millrace.core.clock.RiskClock;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.clock.Timeline;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One task of risk: takes what happens to its accounts in event-time order ({@link Timeline}), decides ({@link
 * RiskEngine}) and says how far it has decided ({@link RiskClock}).
 *
 * <p>State is written through to the store with every change and read back once, when the stage is made.
 */
public final class RiskStage {
    /** Marks that nobody needs any more are looked for this often in event time. */
    private static final long PRUNING_NANOS = Duration.ofMinutes(1).toNanos();

    private final int partition;
    private final RiskStore store;
    private final Control control;
    private final RiskOutput output;
    private final MarkLog marks;
    private final TaskClocks clocks;
    private final Timeline<RiskEvent> timeline;
    private final RiskDesk desk;
    private final RiskClock riskClock = new RiskClock();
    private final SortedMap<String, RiskAccount> accounts = new TreeMap<>();
    private final Followers followers = new Followers();
    /** Accounts whose next moment waits, and for what. */
    private final SortedMap<String, List<Awaited>> waiting = new TreeMap<>();
    /** The marks at which accounts may have to have an order canceled, and which hold the risk clock until then. */
    private final SortedMap<String, List<Clock>> watched = new TreeMap<>();
    /** Instruments whose risk clock may have advanced in the current step. */
    private final TreeSet<InstrumentId> touched = new TreeSet<>();

    /**
     * Starts from what the store holds.
     *
     * @param partition number of this task, told with every clock
     */
    public RiskStage(int partition, RiskStore store, Control control, RiskOutput output) {
        this.partition = partition;
        this.store = store;
        this.control = control;
        this.output = output;
        this.marks = store.marks();
        this.clocks = new TaskClocks(store.clocks());
        this.timeline = new Timeline<>(store.pending(), marks, clocks);
        this.desk = new RiskDesk(control, marks, output, slicing());
        store.accounts().forEach(account -> {
            accounts.put(account.accountId(), account);
            followers.put(account);
        });
        store.pending().forEach((accountId, entry) -> {
            account(accountId);
            if (entry.event().intent() != null) {
                riskClock.add(accountId, entry.moment());
            }
        });
        accounts.values().forEach(account -> {
            var head = timeline.head(account.accountId(), account.book());
            if (head != null) {
                waiting.put(account.accountId(), missing(account, head));
            }
            watch(account);
        });
    }

    /** Somebody wants an order, a change of one, or commands an account. */
    public void intent(OrderIntent intent) {
        var account = account(intent.accountId());
        // Slices and risk's cancels are its own: one that comes from outside is none.
        if (intent.isSlice() || intent.isOfRisk() || account.hasSeen(intent)) {
            output.duplicate(intent);
            return;
        }
        if (RiskAccount.isTakenOnArrival(intent)) {
            put(desk.arrive(account, intent, signalsNanos(intent)));
        } else {
            waits(intent);
        }
        advance(intent.accountId());
        tell();
    }

    /** Signals has sent everything on the instrument up to the clock. */
    public void signalsClock(Clock clock) {
        long before = clocks.of(clock.instrument()).upstreamNanos();
        if (!clocks.upstream(clock.instrument(), clock.timeNanos())) {
            return;
        }
        marks.put(clock);
        touched.add(clock.instrument());
        var concerned = awaiting(Awaited.Source.UPSTREAM, clock.instrument());
        followers.addTo(concerned, clock.instrument());
        concerned.forEach(this::advance);
        tell();
        if (Math.floorDiv(clock.timeNanos(), PRUNING_NANOS) != Math.floorDiv(before, PRUNING_NANOS)) {
            prune(clock.instrument());
        }
    }

    /** A venue reported on an order. */
    public void report(ExecutionReport report) {
        store.pending().put(report.accountId(), Moment.of(report), RiskEvent.of(report));
        account(report.accountId());
        advance(report.accountId());
        tell();
    }

    /** The venue has sent everything on the instrument up to the clock. */
    public void venueClock(Clock clock) {
        if (clocks.venue(clock.instrument(), clock.timeNanos())) {
            awaiting(Awaited.Source.VENUE, clock.instrument()).forEach(this::advance);
            tell();
        }
    }

    /** What accounts wait for may have changed with what people decided. */
    public void controlChanged() {
        List.copyOf(waiting.keySet()).forEach(this::advance);
        tell();
    }

    /**
     * Accounts that wait for a clock with an intent, or with a mark at which an order may have to be canceled, each with the
     * earliest. A slice whose time has come nowhere yet is early, not stalled.
     */
    public SortedMap<String, Moment> stalled() {
        var stalled = new TreeMap<String, Moment>();
        for (var accountId : waiting.keySet()) {
            var earliest = riskClock.earliest(accountId);
            if (earliest != null && !isEarly(earliest)) {
                stalled.put(accountId, earliest);
            }
        }
        return stalled;
    }

    /**
     * Takes the earliest of what {@link #stalled} of an account, and what comes before it, without the clocks that are missing;
     * decisions say so. Nothing waits for these clocks until they advance again.
     */
    public void giveUp(String accountId) {
        var earliest = riskClock.earliest(accountId);
        while (earliest != null && waiting.containsKey(accountId) && earliest.equals(riskClock.earliest(accountId))) {
            waiting.get(accountId).forEach(clocks::giveUp);
            advance(accountId);
        }
        // Others may have waited for the same clocks.
        List.copyOf(waiting.keySet()).forEach(this::advance);
        tell();
    }

    private boolean isEarly(Moment moment) {
        return moment.kind() == Moment.Kind.SLICE
                && clocks.all().stream().allMatch(clock -> clock.upstreamNanos() < moment.timeNanos());
    }

    private long signalsNanos(OrderIntent intent) {
        return intent.instrument() == null
                ? InstrumentClocks.NEVER
                : clocks.of(intent.instrument()).upstreamNanos();
    }

    private void waits(OrderIntent intent) {
        var moment = Moment.of(intent);
        store.pending().put(intent.accountId(), moment, RiskEvent.of(intent));
        riskClock.add(intent.accountId(), moment);
    }

    private Slicing slicing() {
        return new Slicing() {
            @Override
            public void waits(OrderIntent slice) {
                RiskStage.this.waits(slice);
            }

            @Override
            public void drop(OrderIntent slice) {
                store.pending().remove(slice.accountId(), Moment.of(slice));
                riskClock.remove(slice.accountId(), Moment.of(slice));
                touched.add(slice.instrument());
            }
        };
    }

    private SortedSet<String> awaiting(Awaited.Source source, InstrumentId instrument) {
        var accounts = new TreeSet<String>();
        waiting.forEach((accountId, missing) -> {
            if (missing.stream().anyMatch(awaited -> awaited.isOf(source, instrument))) {
                accounts.add(accountId);
            }
        });
        return accounts;
    }

    private void advance(String accountId) {
        takeWhatIsDue(accountId);
        watch(accounts.get(accountId));
    }

    /**
     * Holds the risk clock before the next mark of each instrument on which an order may be uncovered by then: the venue
     * is not to go on before it knows whether that is canceled.
     */
    private void watch(RiskAccount account) {
        var next = new ArrayList<Clock>();
        for (var instrument : account.book().openBefore(Long.MAX_VALUE)) {
            var mark = timeline.nextMark(instrument, account.book());
            if (mark != null && account.mayBeUncovered(instrument)) {
                next.add(mark);
            }
        }
        var before = watched.getOrDefault(account.accountId(), List.of());
        if (next.equals(before)) {
            return;
        }
        for (var mark : before) {
            riskClock.remove(account.accountId(), Moment.ofMark(mark));
            touched.add(mark.instrument());
        }
        next.forEach(mark -> riskClock.add(account.accountId(), Moment.ofMark(mark)));
        watched.put(account.accountId(), List.copyOf(next));
    }

    private void takeWhatIsDue(String accountId) {
        waiting.remove(accountId);
        for (var account = accounts.get(accountId); ; account = accounts.get(accountId)) {
            var head = timeline.head(accountId, account.book());
            if (head == null) {
                return;
            }
            var missing = missing(account, head);
            if (!timeline.isDueWithout(missing)) {
                waiting.put(accountId, missing);
                return;
            }
            put(take(account, head, !missing.isEmpty()));
        }
    }

    private List<Awaited> missing(RiskAccount account, Timeline.Head<RiskEvent> head) {
        var traded = control.traded(account.accountId(), head.moment().timeNanos());
        return timeline.missing(head.moment(), account.book(), traded);
    }

    private RiskAccount take(RiskAccount account, Timeline.Head<RiskEvent> head, boolean clockWaitExceeded) {
        if (head.event() != null) {
            store.pending().remove(account.accountId(), head.moment());
        }
        if (head.event() != null && head.event().intent() != null) {
            riskClock.remove(account.accountId(), head.moment());
            touched.add(head.event().intent().instrument());
        }
        return desk.take(account, head, clockWaitExceeded);
    }

    private void tell() {
        for (var instrument : touched) {
            var known = clocks.of(instrument);
            long time = riskClock.at(instrument, known.upstreamNanos());
            if (time > known.sentNanos() && clocks.sent(instrument, time)) {
                output.clockToVenues(new Clock(instrument, partition, time, null, 0));
                release(instrument, known.sentNanos(), time);
            }
        }
        touched.clear();
    }

    private void release(InstrumentId instrument, long afterNanos, long untilNanos) {
        for (var mark = marks.next(instrument, afterNanos);
                mark != null && mark.timeNanos() <= untilNanos;
                mark = marks.next(instrument, mark.timeNanos())) {
            output.clockToPortfolio(
                    new Clock(instrument, partition, mark.timeNanos(), mark.mark(), mark.markTimeNanos()));
        }
    }

    /** Forgets marks that every account has passed and portfolio was told; the latest of them stays. */
    private void prune(InstrumentId instrument) {
        long passed = clocks.of(instrument).sentNanos();
        for (var account : accounts.values()) {
            if (waiting.containsKey(account.accountId()) || followers.isFollowing(account.accountId())) {
                var last = account.book().last();
                passed = Math.min(passed, last == null ? InstrumentClocks.NEVER : last.timeNanos());
            }
        }
        timeline.forget(instrument, remembered(passed));
    }

    /** Marks of before are remembered for as long as an instrument may have to warm up. */
    private static long remembered(long passedNanos) {
        return passedNanos == InstrumentClocks.NEVER ? passedNanos : passedNanos - Safeguards.LONGEST_WARM_UP.toNanos();
    }

    private RiskAccount account(String accountId) {
        return accounts.computeIfAbsent(accountId, RiskAccount::empty);
    }

    private void put(RiskAccount account) {
        accounts.put(account.accountId(), account);
        followers.put(account);
        store.put(account);
    }
}
