package io.millrace.core.market;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trades for tests. */
final class MarketDays {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final long SECOND = 1_000_000_000L;

    private MarketDays() {}

    static Trade trade(double second, long sequence, String price, String quantity) {
        return trade(second, sequence, price, quantity, AggressorSide.UNKNOWN);
    }

    static Trade trade(double second, long sequence, String price, String quantity, AggressorSide side) {
        return new Trade(BTC, Math.round(second * SECOND), sequence, Price.of(price), Quantity.of(quantity), side);
    }

    /** Sorted by (event time, sequence), with ties in time, quiet spells and quantities of zero. */
    static List<Trade> randomDay(long seed, int count) {
        var random = new Random(seed);
        var trades = new ArrayList<Trade>();
        long time = 1_385_337_600 * SECOND;
        long price = 80_000_000_000L;
        for (int i = 0; i < count; i++) {
            time += switch (random.nextInt(10)) {
                case 0 -> random.nextLong(200 * SECOND);
                case 1, 2, 3 -> 0;
                default -> random.nextLong(SECOND);
            };
            price += random.nextInt(3) == 0 ? 0 : random.nextInt(2_000_001) - 1_000_000;
            long quantity = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(500_000_000);
            var side =
                    switch (random.nextInt(8)) {
                        case 0 -> AggressorSide.BUYER;
                        case 1 -> AggressorSide.SELLER;
                        default -> AggressorSide.UNKNOWN;
                    };
            trades.add(new Trade(BTC, time, i + 1L, new Price(price), new Quantity(quantity), side));
        }
        return trades;
    }
}
