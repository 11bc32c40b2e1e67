package io.millrace.verification.history;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.TradeAction;
import io.millrace.core.order.Side;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The trades and quotes of a run, each at the time at which it counts: its own, or that of an earlier one if later. */
final class MarketEvents {
    /**
     * What an order can fill against.
     *
     * @param ask price for a buyer, a count of 1e-8
     * @param bid price for a seller, a count of 1e-8
     * @param askQuantity there is for a buyer
     * @param bidQuantity there is for a seller
     * @param record that says so
     */
    record Event(long sequence, long nanos, long ask, long bid, long askQuantity, long bidQuantity, Logged<?> record) {
        long price(Side side) {
            return side == Side.BUY ? ask : bid;
        }

        boolean has(Side side) {
            return (side == Side.BUY ? askQuantity : bidQuantity) > 0;
        }
    }

    private final Map<InstrumentId, List<Event>> trades = new HashMap<>();
    private final Map<InstrumentId, Map<Long, Event>> tradeOf = new HashMap<>();
    private final Map<InstrumentId, Map<Long, Event>> quoteOf = new HashMap<>();

    private MarketEvents() {}

    static MarketEvents of(History history) {
        var events = new MarketEvents();
        var latest = new HashMap<InstrumentId, Long>();
        for (var logged : history.of(Topics.TRADES)) {
            var trade = logged.value();
            if (trade.action() == TradeAction.NEW) {
                long nanos = latest.merge(trade.instrument(), trade.eventTimeNanos(), Math::max);
                long price = trade.price().units();
                long quantity = trade.quantity().units();
                var event = new Event(trade.sequence(), nanos, price, price, quantity, quantity, logged);
                events.trades
                        .computeIfAbsent(trade.instrument(), any -> new ArrayList<>())
                        .add(event);
                events.tradeOf
                        .computeIfAbsent(trade.instrument(), any -> new HashMap<>())
                        .putIfAbsent(trade.sequence(), event);
            }
        }
        for (var logged : history.of(Topics.QUOTES)) {
            var quote = logged.value();
            var event = new Event(
                    quote.sequence(),
                    quote.eventTimeNanos(),
                    quote.askPrice().units(),
                    quote.bidPrice().units(),
                    quote.askQuantity().units(),
                    quote.bidQuantity().units(),
                    logged);
            events.quoteOf
                    .computeIfAbsent(quote.instrument(), any -> new HashMap<>())
                    .putIfAbsent(quote.sequence(), event);
        }
        return events;
    }

    /** The trade and the quote with that number: each counts its own, so a fill may mean either. */
    List<Event> numbered(InstrumentId instrument, long sequence) {
        return Stream.of(tradeOf, quoteOf)
                .map(events -> events.getOrDefault(instrument, Map.of()).get(sequence))
                .filter(event -> event != null)
                .toList();
    }

    boolean hasQuotes(InstrumentId instrument) {
        return quoteOf.containsKey(instrument);
    }

    /** The first trade at or after a time that a side can fill against. */
    Optional<Event> firstTrade(InstrumentId instrument, Side side, long nanos) {
        var events = trades.getOrDefault(instrument, List.of());
        int from = 0;
        int to = events.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (events.get(middle).nanos() < nanos) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return events.subList(from, events.size()).stream()
                .filter(event -> event.has(side))
                .findFirst();
    }
}
