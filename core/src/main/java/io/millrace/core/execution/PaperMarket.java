package io.millrace.core.execution;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.MarketTime;
import io.millrace.core.clock.VenueFrontier;
import io.millrace.core.execution.MarketEvent.BarOpened;
import io.millrace.core.execution.MarketEvent.BarRanged;
import io.millrace.core.execution.MarketEvent.Quoted;
import io.millrace.core.execution.MarketEvent.Traded;
import io.millrace.core.market.Bar;
import io.millrace.core.market.FutureGuard;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityRules;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.order.Action;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.VenueCommand;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The paper venue: fills orders against the market's own trades, quotes or bars, in event time.
 *
 * <p>Market events and commands wait until nothing earlier can come ({@link VenueFrontier}), then they are merged by
 * time, a command before a market event of the same time, commands in the order of their order ids. So the fills do not
 * depend on what arrived first. An instrument that is matched against trades and quotes waits for both.
 *
 * <p>A command acts once its latency has passed since it was decided. An intent that was taken on arrival acts after the
 * latest market event the venue has seen, since its decision has no place of its own in event time; the orders of a group
 * act when the first of them does. Nothing ever acts in a time that is already matched.
 *
 * <p>An event stamped too far ahead waits until it is confirmed, by the rule of the bars ({@link FutureGuard} with the
 * standard bound): one wrong stamp would move the market's time for good, and nothing would be filled until then.
 */
public final class PaperMarket {
    private final int riskTasks;
    private final PaperModels models;
    private final PaperStore store;
    private final PaperOutput output;
    private final PaperMatcher matcher;
    private final Map<InstrumentId, PaperBook> books = new HashMap<>();
    private final FutureGuard future = new FutureGuard(QualityRules.STANDARD.futureAfterNanos());

    /**
     * Starts from what the store holds.
     *
     * @param riskTasks number of the risk stage's tasks: each has to send its clock before anything is matched
     */
    public PaperMarket(
            int riskTasks, PaperModels models, Instruments instruments, PaperStore store, PaperOutput output) {
        this.riskTasks = riskTasks;
        this.models = models;
        this.store = store;
        this.output = output;
        this.matcher = new PaperMatcher(models, instruments, store, output);
    }

    /**
     * The market traded. A trade of no quantity moves the time, but fills nothing. What takes back or corrects a trade
     * does neither: a fill that was told stays.
     */
    public void trade(Trade trade) {
        var source = models.sources().of(trade.instrument());
        if (trade.action() == TradeAction.NEW && source.hasPrints() && source != MarketSource.BARS) {
            judge(clocks(trade.instrument()), MarketLane.Kind.PRINTS, new Traded(trade.eventTimeNanos(), trade));
        }
    }

    /** The best bid and ask changed. Where they crossed the quote moves the time, but fills nothing. */
    public void quote(Quote quote) {
        if (models.sources().of(quote.instrument()).hasQuotes()) {
            judge(clocks(quote.instrument()), MarketLane.Kind.QUOTES, new Quoted(quote.eventTimeNanos(), quote));
        }
    }

    /**
     * A bar closed. Orders that came before its open meet its open at that time, and its other prices at its last instant.
     * A restatement is ignored: a fill that was told stays.
     */
    public void bar(Bar bar) {
        if (bar.isRestatement() || models.sources().of(bar.instrument()) != MarketSource.BARS) {
            return;
        }
        var opened = new BarOpened(bar.openTimeNanos(), bar);
        take(clocks(bar.instrument()), MarketLane.Kind.PRINTS, opened);
        take(clocks(bar.instrument()), MarketLane.Kind.PRINTS, new BarRanged(bar.endTimeNanos() - 1, bar));
        market(bar.instrument(), MarketLane.Kind.PRINTS, bar.endTimeNanos() - 1);
    }

    private void judge(PaperClocks clocks, MarketLane.Kind kind, MarketEvent event) {
        var lane = clocks.lane(kind);
        switch (future.trade(guarded(lane), lane.time().latestNanos(), event.timeNanos(), 0)) {
            case TAKE -> take(clocks, kind, event);
            case HOLD -> store.put(clocks.with(kind, lane.holding(event)));
            case CONFIRMED -> {
                take(clocks.with(kind, lane.holding(null)), kind, lane.held());
                judge(clocks(event.instrument()), kind, event);
            }
            case REFUTED -> {
                output.refuted(lane.held());
                judge(clocks.with(kind, lane.holding(null)), kind, event);
            }
        }
    }

    private static FutureGuard.State guarded(MarketLane lane) {
        var state = new FutureGuard.State();
        state.holds = lane.held() != null;
        state.heldNanos = state.holds ? lane.held().timeNanos() : 0;
        return state;
    }

    private void take(PaperClocks before, MarketLane.Kind kind, MarketEvent event) {
        var lane = before.lane(kind);
        var time = lane.time().trade(event.timeNanos());
        if (isUsable(event)) {
            store.put(kind, lane.nextEvent(), event.at(time.latestNanos()));
            lane = lane.eventAdded();
        }
        step(before.with(kind, lane.at(time)), true);
    }

    private static boolean isUsable(MarketEvent event) {
        if (event instanceof Traded traded) {
            return traded.trade().quantity().isPositive()
                    && traded.trade().price().isPositive();
        } else if (event instanceof Quoted quoted) {
            var bid = quoted.quote().bidPrice();
            var ask = quoted.quote().askPrice();
            boolean isCrossed = bid.isPositive() && ask.isPositive() && bid.compareTo(ask) > 0;
            return !isCrossed && (bid.isPositive() || ask.isPositive());
        }
        return true;
    }

    /** The market has sent every trade, or bar, on the instrument up to the clock. */
    public void marketClock(Clock clock) {
        market(clock.instrument(), MarketLane.Kind.PRINTS, clock.timeNanos());
    }

    /** The market has sent every quote on the instrument up to the clock. */
    public void quotesClock(Clock clock) {
        market(clock.instrument(), MarketLane.Kind.QUOTES, clock.timeNanos());
    }

    private void market(InstrumentId instrument, MarketLane.Kind kind, long nanos) {
        var clocks = clocks(instrument);
        var lane = clocks.lane(kind);
        if (future.isConfirmedBy(guarded(lane), nanos)) {
            take(clocks.with(kind, lane.holding(null)), kind, lane.held());
            clocks = clocks(instrument);
            lane = clocks.lane(kind);
        }
        step(clocks.with(kind, lane.at(lane.time().clock(nanos))), true);
    }

    /** A risk task has sent every command on the instrument that it decided up to the clock. */
    public void riskClock(Clock clock) {
        step(clocks(clock.instrument()).risk(clock.partition(), clock.timeNanos()), false);
    }

    /** The venue is told to take, to replace or to cancel an order. */
    public void command(VenueCommand command) {
        var clocks = clocks(command.instrument());
        var book = book(command.instrument());
        if (book.knows(command)) {
            output.dropped(command, "DUPLICATE");
            return;
        }
        long acts = acts(command, clocks, book);
        if (clocks.matchedNanos() != InstrumentClocks.NEVER) {
            acts = Math.max(acts, clocks.matchedNanos() + 1);
        }
        book.enqueue(new QueuedCommand(command, acts));
        step(clocks, false);
    }

    private long acts(VenueCommand command, PaperClocks clocks, PaperBook book) {
        if (command.ordering() != Ordering.ARRIVAL) {
            return models.latency().actsAt(command.action(), command.decidedAtNanos());
        }
        boolean joins = command.action() == Action.SUBMIT && command.link() != null;
        var first = joins ? book.submission(command.link()) : null;
        if (first != null) {
            return first.actsNanos();
        }
        long arrived = Math.max(command.decidedAtNanos(), market(clocks).latestNanos());
        return models.latency().actsAt(command.action(), arrived);
    }

    /** @param market whether the market alone moved */
    private void step(PaperClocks clocks, boolean market) {
        var book = book(clocks.instrument());
        long decided = VenueFrontier.decided(clocks.riskNanos());
        long frontier = Math.max(
                clocks.matchedNanos(),
                VenueFrontier.at(market(clocks), decided, models.latency().nanos()));
        var now = matcher.match(clocks, book, frontier);
        boolean helps = frontier >= decided && !(market && frontier == clocks.matchedNanos());
        tell(book, now, decided, helps);
        store.put(now.clocks());
        book.write();
    }

    /**
     * Tells accounts V: each that got a report, and each with an order here whom it helps.
     *
     * @param helps whether there may be any of the latter
     */
    private void tell(PaperBook book, PaperMatcher.Matched now, long decided, boolean helps) {
        if (!helps && now.reported().isEmpty()) {
            return;
        }
        long frontier = now.clocks().matchedNanos();
        var accounts = new TreeSet<>(now.reported());
        if (helps) {
            accounts.addAll(book.accounts());
        }
        for (var account : accounts) {
            long last = book.toldTo(account);
            boolean answered = now.reported().contains(account) && frontier > last;
            if (answered || VenueFrontier.tells(frontier, decided, last)) {
                output.clock(account, Clock.of(now.clocks().instrument(), frontier));
                book.tell(account, frontier);
            }
        }
        book.forgetTold();
    }

    private MarketTime market(PaperClocks clocks) {
        return clocks.market(models.sources().of(clocks.instrument()));
    }

    private PaperClocks clocks(InstrumentId instrument) {
        var known = store.clocks(instrument);
        return known == null ? PaperClocks.none(instrument, riskTasks) : known;
    }

    private PaperBook book(InstrumentId instrument) {
        return books.computeIfAbsent(instrument, i -> new PaperBook(i, store));
    }
}
