package io.millrace.core.market.bar;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.SettledTrade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/** Settled trades for tests. */
final class SettledDays {
    static final InstrumentId SPY = InstrumentId.of("SPY.ARCA");

    private SettledDays() {}

    static SettledTrade trade(long time, String price, String quantity, int side) {
        return new SettledTrade(
                SPY, time, time, Price.of(price).units(), Quantity.of(quantity).units(), side, 0);
    }

    /** Trades at these prices, one a nanosecond from 1 on, of quantity 1 and unknown side. */
    static List<SettledTrade> prices(String... prices) {
        var trades = new ArrayList<SettledTrade>();
        for (String price : prices) {
            trades.add(trade(trades.size() + 1, price, "1", 0));
        }
        return trades;
    }

    /** Trades of these sides, one a nanosecond from 1 on, at 100 and of quantity 1. */
    static List<SettledTrade> sides(int... sides) {
        var trades = new ArrayList<SettledTrade>();
        for (int side : sides) {
            trades.add(trade(trades.size() + 1, "100", "1", side));
        }
        return trades;
    }

    /** A random walk in which buyers or sellers prevail for a while. */
    static List<SettledTrade> random(long seed, int count) {
        var random = new Random(seed);
        var trades = new ArrayList<SettledTrade>();
        long time = 1_381_152_600_000_000_000L;
        long price = 16_500_000_000L;
        double buyers = 0.5;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(4) == 0 ? 0 : random.nextLong(50_000_000L);
            if (random.nextInt(60) == 0) {
                buyers = 0.2 + 0.6 * random.nextDouble();
            }
            int side = random.nextInt(40) == 0 ? 0 : random.nextDouble() < buyers ? 1 : -1;
            price += side * 1_000_000L * random.nextInt(4);
            if (random.nextInt(300) == 0) {
                price += 1_000_000L * (random.nextInt(400) - 200);
            }
            long quantity = 100_000_000L * (1 + random.nextInt(random.nextInt(20) == 0 ? 5_000 : 200));
            trades.add(new SettledTrade(SPY, time, i + 1L, price, quantity, side, 1 << random.nextInt(4)));
        }
        return trades;
    }

    static List<Bar> bars(String type, List<SettledTrade> trades) {
        var bars = new ArrayList<Bar>();
        var states = new HashMap<String, EventBarState>();
        var builder = new EventBars(List.of(BarType.parse(type)));
        trades.forEach(trade -> builder.add(states, trade, bars::add));
        return bars;
    }
}
