package io.millrace.core.execution;

import io.millrace.core.market.Quote;
import java.util.SortedSet;

/** Merges commands, expiries and market events by time and lets them act upon an instrument's orders. */
final class PaperMatcher {
    /**
     * How an instrument stands after a match.
     *
     * @param reported accounts that got a report
     */
    record Matched(PaperClocks clocks, SortedSet<String> reported) {}

    private final PaperModels models;
    private final Instruments instruments;
    private final PaperStore store;
    private final PaperOutput output;

    PaperMatcher(PaperModels models, Instruments instruments, PaperStore store, PaperOutput output) {
        this.models = models;
        this.instruments = instruments;
        this.store = store;
        this.output = output;
    }

    /** Everything up to the frontier: at one time commands, then expiries, then trades or bars, then quotes. */
    Matched match(PaperClocks clocks, PaperBook book, long frontierNanos) {
        return new Run(clocks, book, frontierNanos).run();
    }

    private final class Run {
        private final PaperBook book;
        private final PaperDesk desk;
        private final long frontier;
        private PaperClocks clocks;

        private Run(PaperClocks clocks, PaperBook book, long frontier) {
            this.clocks = clocks;
            this.book = book;
            this.frontier = frontier;
            this.desk = new PaperDesk(clocks.instrument(), book, clocks.seen(), models, instruments, output);
        }

        private Matched run() {
            boolean due = true;
            while (due) {
                var command = book.firstCommand();
                var expiring = book.firstExpiring();
                var print = first(MarketLane.Kind.PRINTS);
                var quote = first(MarketLane.Kind.QUOTES);
                boolean isPrint = quote == null || (print != null && print.timeNanos() <= quote.timeNanos());
                var event = isPrint ? print : quote;
                long eventAt = event == null ? Long.MAX_VALUE : event.timeNanos();
                long expiresAt = expiring == null ? Long.MAX_VALUE : expiring.expireAtNanos();
                if (command != null && command.actsNanos() <= Math.min(frontier, Math.min(eventAt, expiresAt))) {
                    book.removeFirstCommand();
                    new PaperCommands(desk).act(command);
                } else if (expiring != null && expiresAt <= Math.min(frontier, eventAt)) {
                    new PaperCommands(desk).expire(expiring);
                } else if (event != null && eventAt <= frontier) {
                    match(event);
                    remove(isPrint ? MarketLane.Kind.PRINTS : MarketLane.Kind.QUOTES);
                } else {
                    due = false;
                }
            }
            return new Matched(clocks.seeing(desk.seen()).matched(frontier), desk.reported());
        }

        private MarketEvent first(MarketLane.Kind kind) {
            var lane = clocks.lane(kind);
            return lane.hasEvent() ? store.event(clocks.instrument(), kind, lane.firstEvent()) : null;
        }

        private void remove(MarketLane.Kind kind) {
            var lane = clocks.lane(kind);
            store.remove(clocks.instrument(), kind, lane.firstEvent());
            clocks = clocks.with(kind, lane.eventRemoved());
        }

        private void match(MarketEvent event) {
            desk.see(event);
            if (event instanceof MarketEvent.Traded traded) {
                trade(traded);
            } else if (event instanceof MarketEvent.Quoted quoted) {
                quote(quoted);
            } else if (event instanceof MarketEvent.BarOpened opened) {
                var bar = opened.bar();
                new PaperTicks(desk)
                        .on(Tick.of(
                                opened,
                                bar,
                                bar.open(),
                                false,
                                false,
                                desk.seen().openRank()));
            } else if (event instanceof MarketEvent.BarRanged ranged) {
                long rankBelow = desk.seen().openRank();
                new BarPath(new PaperTicks(desk), ranged, ranged.bar(), rankBelow).walk();
            }
        }

        private void trade(MarketEvent.Traded event) {
            long price = event.trade().price().units();
            if (PaperTicks.moves(book.shelves(), price, price, price, price)) {
                boolean takes = !desk.source().hasQuotes();
                new PaperTicks(desk).on(Tick.of(event, takes, book.nextRank()));
            }
        }

        private void quote(MarketEvent.Quoted event) {
            Quote quote = event.quote();
            long ask = quote.askPrice().isPositive() ? quote.askPrice().units() : Long.MAX_VALUE;
            long bid = quote.bidPrice().isPositive() ? quote.bidPrice().units() : Long.MIN_VALUE;
            boolean queues = models.queue() != QueueModel.FIRST;
            if (queues || PaperTicks.moves(book.shelves(), ask, bid, ask, bid)) {
                var tick = Tick.of(event, !desk.source().hasPrints(), book.nextRank());
                var ticks = new PaperTicks(desk);
                ticks.on(tick);
                ticks.onQueue(tick);
            }
        }
    }
}
