package io.millrace.core.market;

/**
 * An instrument at a venue, written {@code SYMBOL.VENUE} ({@code BTC-USD.BITSTAMP}).
 *
 * @param symbol the venue's symbol, without a dot at its end
 * @param venue the venue's name, without a dot
 */
public record InstrumentId(String symbol, String venue) implements Comparable<InstrumentId> {
    public InstrumentId {
        if (symbol.isBlank() || venue.isBlank() || venue.indexOf('.') >= 0) {
            throw new IllegalArgumentException("an instrument is SYMBOL.VENUE, was '" + symbol + "." + venue + "'");
        }
    }

    /** Reads {@code SYMBOL.VENUE}; the last dot separates. */
    public static InstrumentId of(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("an instrument is SYMBOL.VENUE, was '" + text + "'");
        }
        return new InstrumentId(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Whether a text is the one that {@link #toString} would make. */
    public boolean isWritten(String text) {
        return text.length() == symbol.length() + 1 + venue.length()
                && text.startsWith(symbol)
                && text.charAt(symbol.length()) == '.'
                && text.endsWith(venue);
    }

    /** In the order of their texts, which are only made where one symbol begins with the other. */
    @Override
    public int compareTo(InstrumentId other) {
        int bySymbol = symbol.compareTo(other.symbol);
        if (bySymbol == 0) {
            return venue.compareTo(other.venue);
        }
        return symbol.startsWith(other.symbol) || other.symbol.startsWith(symbol)
                ? toString().compareTo(other.toString())
                : bySymbol;
    }

    @Override
    public String toString() {
        return symbol + "." + venue;
    }
}
