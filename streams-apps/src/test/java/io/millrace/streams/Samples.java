package io.millrace.streams;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.IntentId;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.portfolio.Account;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.TradingMode;
import io.millrace.core.strategy.StrategySpec;
import java.time.Duration;
import java.util.TreeMap;

/** Values that tests are made of. */
final class Samples {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final InstrumentId ETH = InstrumentId.of("ETH-USD.BITSTAMP");
    /** Quoted, not traded. */
    static final InstrumentId EUR = InstrumentId.of("EUR-USD.FXCM");

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    /** 2013-11-25T00:00:00Z. */
    static final long START = 1_385_337_600L * SECOND;

    private Samples() {}

    static Account account(String id) {
        return new Account(id, 1, "USD", Money.of("1000000"), "standard", 0);
    }

    static Policy policy() {
        var limits = new Limits(
                Money.of("100000"),
                Money.of("500000"),
                Money.of("900000"),
                30_000,
                Money.of("500000"),
                9_000,
                1_000,
                Duration.ofMinutes(10));
        return new Policy("standard", 1, TradingMode.NORMAL, limits, limits, limits, 0);
    }

    static Instrument instrument(InstrumentId id) {
        return new Instrument(
                id,
                1,
                id.symbol().substring(0, 3),
                "USD",
                Price.of("0.01"),
                Quantity.of("0.0001"),
                Quantity.of("0.0001"),
                Quantity.of("1000"),
                25,
                10,
                0);
    }

    static StrategySpec strategy(String id, String account, InstrumentId instrument) {
        return new StrategySpec(
                id, 1, account, instrument, "rsi-reversal", MINUTE, Quantity.of("1"), new TreeMap<>(), true, 0);
    }

    static OrderIntent intent(
            String strategy, String account, InstrumentId instrument, long ordinal, long nanos, OrderTerms terms) {
        return new OrderIntent(
                IntentId.of(strategy, 1, instrument, nanos, ordinal),
                Action.SUBMIT,
                strategy,
                1,
                account,
                instrument,
                ordinal,
                nanos,
                Ordering.EVENT_TIME,
                terms,
                null,
                "because");
    }

    static Trade trade(InstrumentId instrument, long sequence, long nanos, String price) {
        return new Trade(instrument, nanos, sequence, Price.of(price), Quantity.of("0.5"), AggressorSide.UNKNOWN);
    }
}
