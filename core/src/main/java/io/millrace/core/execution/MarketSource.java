package io.millrace.core.execution;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which market events an instrument's orders are matched against. */
public enum MarketSource {
    /** Its trades. */
    TRADES("trades", true, false),
    /** Its best bid and ask. */
    QUOTES("quotes", false, true),
    /** Orders take from quotes; trades trigger, and fill what rests. */
    TRADES_AND_QUOTES("trades+quotes", true, true),
    /** Its bars: for a backtest on data that has no finer. */
    BARS("bars", true, false);

    private final String word;
    private final boolean prints;
    private final boolean quotes;

    MarketSource(String word, boolean prints, boolean quotes) {
        this.word = word;
        this.prints = prints;
        this.quotes = quotes;
    }

    /**
     * The source of a name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static MarketSource parse(String text) {
        return Arrays.stream(values())
                .filter(source -> source.word.equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no market source '" + text + "', there are: "
                        + Arrays.stream(values()).map(MarketSource::toString).collect(Collectors.joining(", "))));
    }

    /** Whether it needs trades or bars. */
    boolean hasPrints() {
        return prints;
    }

    /** Whether it needs quotes. */
    public boolean hasQuotes() {
        return quotes;
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return word;
    }
}
