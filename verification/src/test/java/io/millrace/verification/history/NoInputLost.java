package io.millrace.verification.history;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Source sequences have no gap, and where the source's trades are known, each is in the topic as it was. */
final class NoInputLost implements Checker {
    private record TradeKey(InstrumentId instrument, long sequence) {}

    @Override
    public String promise() {
        return "every trade of the source is in market.trades, unchanged, and no sequence is missing";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var highest = new HashMap<InstrumentId, Logged<Trade>>();
        var byKey = new HashMap<TradeKey, Logged<Trade>>();
        for (var logged : history.of(Topics.TRADES)) {
            var trade = logged.value();
            var before = highest.get(trade.instrument());
            if (before != null && trade.sequence() > before.value().sequence() + 1) {
                violations.add(
                        "%s: %d trades are missing after sequence %d"
                                .formatted(
                                        trade.instrument(),
                                        trade.sequence() - before.value().sequence() - 1,
                                        before.value().sequence()),
                        before,
                        logged);
            }
            highest.merge(
                    trade.instrument(),
                    logged,
                    (one, other) -> one.value().sequence() >= other.value().sequence() ? one : other);
            byKey.putIfAbsent(new TradeKey(trade.instrument(), trade.sequence()), logged);
        }
        driven(history, byKey, violations);
        return violations.list();
    }

    private static void driven(History history, Map<TradeKey, Logged<Trade>> byKey, Violations violations) {
        var trades = history.driven().trades();
        for (var trade : trades) {
            var there = byKey.remove(new TradeKey(trade.instrument(), trade.sequence()));
            if (there == null) {
                violations.add("a trade of the source is not in the topic", trade);
            } else if (!there.value().equals(trade)) {
                violations.add("a trade of the source is in the topic with another content", trade, there);
            }
        }
        if (!trades.isEmpty()) {
            byKey.values().forEach(logged -> violations.add("a trade in the topic is not the source's", logged));
        }
    }
}
