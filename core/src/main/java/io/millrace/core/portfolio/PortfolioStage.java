package io.millrace.core.portfolio;

import io.millrace.core.clock.Awaited;
import io.millrace.core.clock.Clock;
import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Moment;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.clock.Timeline;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One task of portfolio: keeps the books of its accounts, in event-time order ({@link Timeline}), from what risk decided
 * and the venues reported. It waits as long as it takes: nobody acts upon it in event time.
 *
 * <p>State is written through to the store with every change and read back once, when the stage is made.
 */
public final class PortfolioStage {
    private final int partition;
    private final PortfolioStore store;
    private final AccountControl control;
    private final PortfolioOutput output;
    private final MarkLog marks;
    private final TaskClocks clocks;
    private final Timeline<ExecutionReport> timeline;
    private final SortedMap<String, AccountBook> books = new TreeMap<>();
    /** Accounts whose next moment waits, and for what. */
    private final SortedMap<String, Waiting> waiting = new TreeMap<>();
    /** What the moment that is taken has to tell: nothing if it turns out that it cannot be counted. */
    private final List<Runnable> untold = new ArrayList<>();
    /** Instruments whose clock came in and did not go out yet. */
    private final TreeSet<InstrumentId> behind = new TreeSet<>();

    private record Waiting(Moment moment, List<Awaited> missing) {
        boolean isFor(Awaited.Source source, InstrumentId instrument) {
            return missing.stream().anyMatch(awaited -> awaited.isOf(source, instrument));
        }
    }

    /**
     * Starts from what the store holds.
     *
     * @param partition number of this task, told with every clock
     */
    public PortfolioStage(int partition, PortfolioStore store, AccountControl control, PortfolioOutput output) {
        this.partition = partition;
        this.store = store;
        this.control = control;
        this.output = output;
        this.marks = store.marks();
        this.clocks = new TaskClocks(store.clocks());
        this.timeline = new Timeline<>(store.pending(), marks, clocks);
        store.books().forEach(book -> books.put(book.accountId(), book));
        store.pending().forEach((accountId, entry) -> book(accountId));
        books.values().forEach(book -> {
            var head = timeline.head(book.accountId(), book);
            if (head != null) {
                waiting.put(book.accountId(), new Waiting(head.moment(), missing(book, head.moment())));
            }
        });
        clocks.all().stream()
                .filter(known -> known.upstreamNanos() > known.sentNanos())
                .forEach(known -> behind.add(known.instrument()));
    }

    /** Risk approved an order, which is open from now on, or the cancel or replace of one, which its venue is asked for. */
    public void approved(ApprovedOrder order) {
        var book = book(order.accountId());
        if (order.action() != Action.SUBMIT) {
            put(book.asked(order, null));
        } else if (book.openOrder(order.orderId()) == null) {
            var opened = book.open(order, null);
            put(book.last() == null ? opened.reached(decisionOn(order)) : opened);
            advance(order.accountId());
            tell();
        }
    }

    /** Risk has sent every decision of this partition on the instrument up to the clock. */
    public void riskClock(Clock clock) {
        if (!clocks.upstream(clock.instrument(), clock.timeNanos())) {
            return;
        }
        marks.put(clock);
        behind.add(clock.instrument());
        for (var book : List.copyOf(books.values())) {
            var wait = waiting.get(book.accountId());
            if ((wait != null && wait.isFor(Awaited.Source.UPSTREAM, clock.instrument()))
                    || book.followed().contains(clock.instrument())) {
                advance(book.accountId());
            }
        }
        tell();
        prune(clock.instrument());
    }

    /** A venue reported on an order. */
    public void report(ExecutionReport report) {
        store.pending().put(report.accountId(), Moment.of(report), report);
        book(report.accountId());
        advance(report.accountId());
        tell();
    }

    /** The venue has sent everything on the instrument up to the clock. */
    public void venueClock(Clock clock) {
        if (clocks.venue(clock.instrument(), clock.timeNanos())) {
            List.copyOf(waiting.entrySet()).stream()
                    .filter(wait -> wait.getValue().isFor(Awaited.Source.VENUE, clock.instrument()))
                    .forEach(wait -> advance(wait.getKey()));
            tell();
        }
    }

    /** What accounts wait for may have changed with what people decided. */
    public void controlChanged() {
        List.copyOf(waiting.keySet()).forEach(this::advance);
        tell();
    }

    private void advance(String accountId) {
        waiting.remove(accountId);
        for (var book = books.get(accountId); ; book = books.get(accountId)) {
            var head = timeline.head(accountId, book);
            if (head == null) {
                return;
            }
            var missing = missing(book, head.moment());
            if (!missing.isEmpty()) {
                waiting.put(accountId, new Waiting(head.moment(), missing));
                return;
            }
            put(take(book, head).reached(head.moment()));
        }
    }

    private List<Awaited> missing(AccountBook book, Moment moment) {
        return timeline.missing(moment, book, control.traded(book.accountId(), moment.timeNanos()));
    }

    /** The book after its next moment; one that leads to an amount beyond what can be counted is refused. */
    private AccountBook take(AccountBook book, Timeline.Head<ExecutionReport> head) {
        if (head.event() != null) {
            store.pending().remove(book.accountId(), head.moment());
        }
        try {
            var next = taken(book, head);
            untold.forEach(Runnable::run);
            return next;
        } catch (ArithmeticException uncountable) {
            refuse(book, head, uncountable.getMessage() == null ? "overflow" : uncountable.getMessage());
            return book;
        } finally {
            untold.clear();
        }
    }

    private void refuse(AccountBook book, Timeline.Head<ExecutionReport> head, String reason) {
        if (head.event() == null) {
            output.unvalued(book.accountId(), head.mark(), reason);
        } else {
            output.refused(head.event(), reason);
        }
    }

    private AccountBook taken(AccountBook book, Timeline.Head<ExecutionReport> head) {
        long now = book.notBeforeLast(head.moment().timeNanos());
        var ready = book.until(now, control, marks, this::paid);
        return head.event() == null ? take(ready, head.mark()) : take(ready, head.event());
    }

    private AccountBook take(AccountBook book, Clock mark) {
        var next = book.mark(mark);
        if (next.portfolio().isValuedBy(mark.instrument())) {
            value(next, mark.timeNanos());
        }
        return next;
    }

    private AccountBook take(AccountBook book, ExecutionReport report) {
        var step = book.apply(report);
        if (step instanceof AccountBook.Refused refused) {
            untold.add(() -> output.refused(report, refused.reason()));
            return book;
        }
        var next = ((AccountBook.Taken) step).book();
        if (report.type().isFill()) {
            paid(book, next, report.eventTimeNanos());
        }
        return next;
    }

    /** Something was paid: tells of the positions that it changed and of what the account is worth now. */
    private void paid(AccountBook before, AccountBook after, long nanos) {
        for (var position : after.portfolio().positions()) {
            if (!position.equals(before.portfolio().position(position.instrument(), position.side()))) {
                var changed = new AccountPosition(after.accountId(), position, nanos);
                untold.add(() -> output.position(changed));
            }
        }
        value(after, nanos);
    }

    private void value(AccountBook book, long nanos) {
        var margin = book.portfolio().margin(instrument -> control.instrument(instrument, nanos));
        var point = book.portfolio().equityPoint(nanos, margin);
        untold.add(() -> output.equity(point));
    }

    /** Passes clocks on as far as no account still waits for something earlier. */
    private void tell() {
        long before = waiting.values().stream()
                .mapToLong(wait -> wait.moment().timeNanos() - 1)
                .min()
                .orElse(Long.MAX_VALUE);
        for (var instrument : List.copyOf(behind)) {
            long upstream = clocks.of(instrument).upstreamNanos();
            long time = Math.min(upstream, before);
            if (clocks.sent(instrument, time)) {
                output.clock(new Clock(instrument, partition, time, null, 0));
            }
            if (time == upstream) {
                behind.remove(instrument);
            }
        }
    }

    private void prune(InstrumentId instrument) {
        long passed = clocks.of(instrument).sentNanos();
        for (var book : books.values()) {
            if (waiting.containsKey(book.accountId()) || !book.followed().isEmpty()) {
                passed = Math.min(
                        passed,
                        book.last() == null
                                ? InstrumentClocks.NEVER
                                : book.last().timeNanos());
            }
        }
        timeline.forget(instrument, passed);
    }

    /** Where an account begins: it waits for what happens after its first order. */
    private static Moment decisionOn(ApprovedOrder order) {
        return new Moment(
                order.decidedAtNanos(), Moment.Kind.INTENT, order.instrument().toString(), order.strategyId(), 0);
    }

    private AccountBook book(String accountId) {
        return books.computeIfAbsent(accountId, AccountBook::empty);
    }

    private void put(AccountBook book) {
        books.put(book.accountId(), book);
        store.put(book);
    }
}
