package io.millrace.core.market.bar;

import io.millrace.core.market.SettledTrade;
import io.millrace.core.market.bar.EventBarState.OpenBar;

/** What a bar is filled by. */
enum Measure {
    /** A trade counts one. */
    TICK {
        @Override
        long of(SettledTrade trade) {
            return 1;
        }

        @Override
        long of(OpenBar bar) {
            return bar.tradeCount;
        }
    },
    /** A trade counts its quantity. */
    VOLUME {
        @Override
        long of(SettledTrade trade) {
            return trade.quantityUnits();
        }

        @Override
        long of(OpenBar bar) {
            return bar.volumeUnits;
        }
    },
    /** A trade counts price × quantity. */
    VALUE {
        @Override
        long of(SettledTrade trade) {
            return EventBarState.notionalOf(trade);
        }

        @Override
        long of(OpenBar bar) {
            return bar.notionalUnits;
        }
    };

    abstract long of(SettledTrade trade);

    abstract long of(OpenBar bar);
}
