package io.millrace.core.feature;

import io.millrace.core.market.Bar;
import io.millrace.core.market.Quote;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.money.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The features of one instrument after another: the one operator for live, backtest and training. It is given the
 * instrument's trades, quotes and bars in the order of event time (a bar at its end: behind the trades before it, in
 * front of those at it; a quote behind the trades of the same time) and hands over a vector for each set and bar.
 *
 * <p>It remembers nothing itself but what it works with: what it knows of an instrument is in the {@link Tape} and the
 * {@link Store}.
 *
 * <p>A trade counts as bought or sold as it was reported, else by the rule of Lee and Ready, "Inferring Trade Direction
 * from Intraday Data" (1991): above the prevailing mid bought, below it sold, at it as the tick rule says. The
 * prevailing quote is the last one before the trade's time. A quote that is one-sided or crossed is no quote.
 */
public final class FeatureEngine {
    /** Where the memories of an instrument's sets are kept. */
    public interface Store {
        /** What was last put under a key, null if nothing was. */
        double[] get(String key);

        void put(String key, double[] memory);
    }

    /** A set that works for all instruments in turn, and its memory before it has seen anything. */
    private static final class Worker {
        private final FeatureSet set;
        private final double[] nothing;

        private Worker(FeatureSet set) {
            this.set = set;
            nothing = set.snapshot();
        }
    }

    private final List<Worker> workers = new ArrayList<>();
    private final List<Long> intervalsNanos;
    private final boolean seesTrades;

    /**
     * @param sets their names, in the order in which vectors leave
     * @param intervalsNanos of the time bars whose trades are to be counted from the first trade on; of other bars they
     *     are counted from the first bar on
     */
    public FeatureEngine(List<String> sets, List<Long> intervalsNanos) {
        sets.forEach(name -> workers.add(new Worker(FeatureSets.named(name))));
        this.intervalsNanos = List.copyOf(intervalsNanos);
        seesTrades = uses(FeatureInput.TRADES) || uses(FeatureInput.QUOTES);
    }

    /** Whether {@link #trade} and {@link #quote} make a difference. */
    public boolean seesTrades() {
        return seesTrades;
    }

    private boolean uses(FeatureInput input) {
        return workers.stream()
                .flatMap(worker -> worker.set.features().stream())
                .anyMatch(feature -> feature.input() == input);
    }

    public void trade(Tape tape, SettledTrade trade) {
        beginFlows(tape);
        long time = trade.eventTimeNanos();
        boolean inOrder = time >= tape.tradeNanos || tape.priceUnits == 0;
        double changeBefore = tape.change;
        double change = tape.priceUnits == 0 ? 0 : trade.priceUnits() / (double) tape.priceUnits - 1;
        long gap = time - tape.tradeNanos;
        boolean quoted = tape.quote.isKnown();
        int quotedSide = quoted ? quotedSide(tape.quote, trade) : 0;
        double effectiveSpread = quoted ? effectiveSpread(tape.quote, trade) : 0;
        for (int i = 0; i < tape.flows.size(); i++) {
            var flow = tape.flows.get(i);
            flow.reach(time);
            flow.addTrade(trade.side(), trade.quantityUnits());
            if (inOrder) {
                flow.addStep(gap, change, changeBefore);
            }
            if (quoted) {
                flow.addQuotedTrade(quotedSide, trade.quantityUnits(), effectiveSpread);
            }
        }
        if (inOrder) {
            tape.priceUnits = trade.priceUnits();
            tape.change = change;
            tape.tradeNanos = time;
        }
    }

    private static int quotedSide(Tape.LastQuote quote, SettledTrade trade) {
        if (trade.sideReported()) {
            return trade.side();
        }
        int above = Long.compare(trade.priceUnits() - quote.bidUnits, quote.askUnits - trade.priceUnits());
        return above != 0 ? above : trade.side();
    }

    /** 2 |price − mid| / mid. */
    private static double effectiveSpread(Tape.LastQuote quote, SettledTrade trade) {
        double mid = quote.midUnits();
        return 2 * Math.abs(trade.priceUnits() - mid) / mid;
    }

    public void quote(Tape tape, Quote quote) {
        if (!isUsable(quote)) {
            return;
        }
        beginFlows(tape);
        boolean first = !tape.quote.isKnown();
        double quoteFlow = first ? 0 : quoteFlow(tape.quote, quote);
        double depth = (quote.bidQuantity().toDouble() + quote.askQuantity().toDouble()) / 2;
        for (int i = 0; i < tape.flows.size(); i++) {
            var flow = tape.flows.get(i);
            flow.reach(quote.eventTimeNanos());
            if (!first) {
                flow.addQuoted(tape.quote, quote.eventTimeNanos());
            }
            flow.addQuote(quoteFlow, depth);
        }
        tape.quote.set(quote);
    }

    private static boolean isUsable(Quote quote) {
        return quote.bidPrice().isPositive() && quote.askPrice().compareTo(quote.bidPrice()) >= 0;
    }

    /** What one quote adds to Cont, Kukanov, Stoikov's order flow imbalance, in units of the instrument. */
    private static double quoteFlow(Tape.LastQuote before, Quote now) {
        long bid = now.bidPrice().units();
        long ask = now.askPrice().units();
        double flow = 0;
        flow += bid >= before.bidUnits ? now.bidQuantity().units() : 0;
        flow -= bid <= before.bidUnits ? before.bidQuantityUnits : 0;
        flow -= ask <= before.askUnits ? now.askQuantity().units() : 0;
        flow += ask >= before.askUnits ? before.askQuantityUnits : 0;
        return flow / 1e8;
    }

    /**
     * Hands over the vectors after a bar; one without any value is left out.
     *
     * @param knownAtNanos event time at which the bar was known
     */
    public void bar(Tape tape, Store store, Bar bar, long knownAtNanos, Consumer<FeatureVector> out) {
        var flow = seesTrades ? flow(tape, bar) : null;
        boolean seen = flow != null && (!bar.isTimeBar() || flow.openTimeNanos == bar.openTimeNanos());
        send(store, Sample.of(bar, tape, seen ? flow : null), knownAtNanos, out);
        if (flow != null) {
            flow.clear();
        }
    }

    /** Hands over the vectors after a bar whose benchmark closed at that price in a bar of the same open time. */
    public void beside(Store store, Bar bar, Price benchmarkClose, long knownAtNanos, Consumer<FeatureVector> out) {
        send(store, Sample.of(bar, benchmarkClose), knownAtNanos, out);
    }

    private void send(Store store, Sample sample, long knownAtNanos, Consumer<FeatureVector> out) {
        for (Worker worker : workers) {
            var vector = update(worker, store, sample, knownAtNanos);
            if (!vector.values().isEmpty()) {
                out.accept(vector);
            }
        }
    }

    private static FeatureVector update(Worker worker, Store store, Sample sample, long knownAtNanos) {
        var set = worker.set;
        var key = key(set, sample.bar());
        double[] known = store.get(key);
        set.restore(known == null ? worker.nothing : known);
        var vector = set.update(sample, knownAtNanos);
        store.put(key, set.snapshot());
        return vector;
    }

    /** By set, its version and series of bars: a new version of a set warms up anew. */
    private static String key(FeatureSet set, Bar bar) {
        return set.name() + "/" + set.version() + "/" + (bar.isTimeBar() ? bar.intervalNanos() : bar.type());
    }

    private void beginFlows(Tape tape) {
        if (tape.flows.size() < intervalsNanos.size()) {
            for (long interval : intervalsNanos) {
                if (tape.flows.stream().noneMatch(flow -> flow.intervalNanos == interval)) {
                    tape.flows.add(BarFlow.of(Bar.TIME, interval));
                }
            }
        }
    }

    private BarFlow flow(Tape tape, Bar bar) {
        beginFlows(tape);
        for (int i = 0; i < tape.flows.size(); i++) {
            if (tape.flows.get(i).isOf(bar)) {
                return tape.flows.get(i);
            }
        }
        var flow = BarFlow.of(bar.type(), bar.intervalNanos());
        tape.flows.add(flow);
        return null;
    }
}
