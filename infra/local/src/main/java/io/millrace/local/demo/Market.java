package io.millrace.local.demo;

import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came through of the market: trades, and what was computed from them. */
final class Market {
    private final SortedMap<InstrumentId, BitSet> sequences = new TreeMap<>();
    private final SortedMap<InstrumentId, Arrivals> arrivals = new TreeMap<>();
    private final SortedMap<Long, Long> tradesInBars = new TreeMap<>();
    private long trades;
    private long emptyTrades;
    private long bars;
    private long indicatorValues;
    private long featureVectors;
    private long firstTradeMillis = Long.MAX_VALUE;
    private long eventNanos;

    void trade(Trade trade, long appendedMillis) {
        trades++;
        if (trade.quantity().isZero()) {
            emptyTrades++;
        }
        sequences.computeIfAbsent(trade.instrument(), any -> new BitSet()).set(Math.toIntExact(trade.sequence()));
        arrivals.computeIfAbsent(trade.instrument(), any -> new Arrivals()).add(trade.eventTimeNanos(), appendedMillis);
        firstTradeMillis = Math.min(firstTradeMillis, appendedMillis);
        eventNanos = Math.max(eventNanos, trade.eventTimeNanos());
    }

    void bar(Bar bar) {
        if (bar.isRestatement()) {
            return;
        }
        bars++;
        tradesInBars.merge(bar.intervalNanos(), bar.tradeCount(), Long::sum);
    }

    void indicators(IndicatorSnapshot snapshot) {
        indicatorValues += snapshot.values().size();
    }

    void features() {
        featureVectors++;
    }

    long trades() {
        return trades;
    }

    /** Trades whose quantity the venue rounded to zero: no bar has them. */
    long emptyTrades() {
        return emptyTrades;
    }

    /** Different (instrument, sequence). */
    long distinctTrades() {
        return sequences.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Sequences left out between an instrument's first and last. */
    long gaps() {
        return sequences.values().stream()
                .mapToLong(set -> set.length() - set.nextSetBit(0) - set.cardinality())
                .sum();
    }

    /** Σ of the bars' trade counts by interval. */
    SortedMap<Long, Long> tradesInBars() {
        return tradesInBars;
    }

    long bars() {
        return bars;
    }

    long indicatorValues() {
        return indicatorValues;
    }

    long featureVectors() {
        return featureVectors;
    }

    /** When the broker got the first trade, milliseconds since the epoch; far in the future before it. */
    long firstTradeMillis() {
        return firstTradeMillis;
    }

    /** The latest event time of a trade. */
    long eventNanos() {
        return eventNanos;
    }

    /** When the trade arrived that brought an instrument to an event time. */
    OptionalLong arrivalOf(InstrumentId instrument, long timeNanos) {
        var ofInstrument = arrivals.get(instrument);
        return ofInstrument == null ? OptionalLong.empty() : ofInstrument.firstAt(timeNanos);
    }
}
