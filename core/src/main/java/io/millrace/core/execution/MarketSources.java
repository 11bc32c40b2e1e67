package io.millrace.core.execution;

import io.millrace.core.market.InstrumentId;
import java.util.Map;
import java.util.TreeMap;

/** The market source of each instrument: its own, else its venue's, else {@link MarketSource#TRADES}. */
public final class MarketSources {
    private final Map<String, MarketSource> byName = new TreeMap<>();

    private MarketSources() {}

    /** Trades for all. */
    public static MarketSources trades() {
        return new MarketSources();
    }

    /** One for all of a venue or one instrument, trades for others. */
    public static MarketSources of(String instrumentOrVenue, MarketSource source) {
        var sources = new MarketSources();
        sources.byName.put(instrumentOrVenue, source);
        return sources;
    }

    /**
     * Reads {@code BTC-USD.BITSTAMP=trades+quotes,FXCM=quotes}: instruments or venues, each with a source.
     *
     * @throws IllegalArgumentException if an entry is wrong or comes twice
     */
    public static MarketSources parse(String text) {
        var sources = new MarketSources();
        for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException(
                        "an entry is INSTRUMENT=SOURCE or VENUE=SOURCE, was '" + entry + "'");
            }
            var name = entry.substring(0, equals).strip();
            if (sources.byName.put(name, MarketSource.parse(entry.substring(equals + 1))) != null) {
                throw new IllegalArgumentException(name + " has two market sources");
            }
        }
        return sources;
    }

    public MarketSource of(InstrumentId instrument) {
        if (byName.isEmpty()) {
            return MarketSource.TRADES;
        }
        var own = byName.get(instrument.toString());
        return own != null ? own : byName.getOrDefault(instrument.venue(), MarketSource.TRADES);
    }

    /** Whether anything is matched against quotes. */
    public boolean hasQuotes() {
        return byName.values().stream().anyMatch(MarketSource::hasQuotes);
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return byName.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }
}
