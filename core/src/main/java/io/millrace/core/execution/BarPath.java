package io.millrace.core.execution;

import io.millrace.core.market.Bar;
import io.millrace.core.money.Price;
import java.util.List;

/**
 * The way that the market is taken to have gone within a bar: from the open to the extreme that is nearer to it, to the
 * other, to the close; to the low first where both are as near. Between two of these prices it was at every price
 * between. Source: the path of the strategy testers of MetaTrader and TradingView.
 */
final class BarPath {
    private final PaperTicks ticks;
    private final MarketEvent event;
    private final Bar bar;
    private final long rankBelow;

    /** @param rankBelow only orders ranked below it were there at the bar's open */
    BarPath(PaperTicks ticks, MarketEvent event, Bar bar, long rankBelow) {
        this.ticks = ticks;
        this.event = event;
        this.bar = bar;
        this.rankBelow = rankBelow;
    }

    static List<Price> of(Bar bar) {
        long up = bar.high().units() - bar.open().units();
        long down = bar.open().units() - bar.low().units();
        return up < down
                ? List.of(bar.open(), bar.high(), bar.low(), bar.close())
                : List.of(bar.open(), bar.low(), bar.high(), bar.close());
    }

    /** Lets every order act at its price on the way, in the order in which the market came there. */
    void walk() {
        var path = of(bar);
        at(path.get(0), path.get(0), path.get(1));
        for (int i = 1; i < path.size(); i++) {
            move(path.get(i - 1), path.get(i));
        }
    }

    private void move(Price from, Price to) {
        var at = from;
        while (!at.equals(to)) {
            var next = ticks.next(at, to, rankBelow);
            at = next == null ? to : next;
            at(at, from, to);
        }
    }

    private void at(Price price, Price from, Price to) {
        boolean falls = to.compareTo(from) < 0 && price.compareTo(to) > 0;
        boolean rises = to.compareTo(from) > 0 && price.compareTo(to) < 0;
        ticks.on(Tick.of(event, bar, price, falls, rises, rankBelow));
    }
}
