package io.millrace.connectors.marketdata;

import io.millrace.core.market.InstrumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which instrument a file's symbol stands for. An instrument is asked for as {@code SYMBOL.VENUE} or, where the file
 * writes it otherwise, {@code FILE_SYMBOL=SYMBOL.VENUE}. Without the latter a file's symbol stands for the instrument
 * if letters and digits are the same ({@code BTCUSD.BITSTAMP} for {@code BTC-USD.BITSTAMP}), the venue left out or not.
 */
final class Instruments {
    private final List<InstrumentId> asked = new ArrayList<>();
    private final Map<String, InstrumentId> named = new HashMap<>();

    /** @throws IllegalArgumentException if one is not {@code [FILE_SYMBOL=]SYMBOL.VENUE} */
    Instruments(List<String> texts) {
        for (var text : texts) {
            int equals = text.indexOf('=');
            var instrument = InstrumentId.of(text.substring(equals + 1));
            asked.add(instrument);
            if (equals >= 0) {
                named.put(text.substring(0, equals), instrument);
            }
        }
    }

    List<InstrumentId> asked() {
        return List.copyOf(asked);
    }

    /** The instrument of a file's symbol, empty if it was not asked for; a file without symbols holds the only one. */
    Optional<InstrumentId> of(String symbol) {
        var known = named.get(symbol);
        if (known != null) {
            return Optional.of(known);
        }
        var found = symbol.isEmpty() ? asked.stream().findFirst() : matching(symbol);
        found.ifPresent(instrument -> named.put(symbol, instrument));
        return found;
    }

    private Optional<InstrumentId> matching(String symbol) {
        var plain = plain(symbol);
        return asked.stream()
                .filter(i -> plain.equals(plain(i.toString())) || plain.equals(plain(i.symbol())))
                .findFirst();
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
