package io.millrace.connectors.marketdata;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what an earlier run has published already. The trade that was published last must be found again in the files
 * under its sequence, equal in everything; other files would lose trades silently.
 */
final class Resume {
    private final Map<InstrumentId, Trade> published = new HashMap<>();
    private final long firstSequence;

    Resume(List<InstrumentId> instruments, long firstSequence, Function<InstrumentId, Optional<Trade>> lastPublished)
            throws SourceMismatchException {
        this.firstSequence = firstSequence;
        for (var instrument : instruments) {
            lastPublished.apply(instrument).ifPresent(trade -> published.put(instrument, trade));
            long last = published.containsKey(instrument)
                    ? published.get(instrument).sequence()
                    : 0;
            if (last < firstSequence - 1) {
                throw new SourceMismatchException(
                        "SEQUENCE_GAP: the last sequence of %s in the topic is %d, so --first-sequence can be at most %d, was %d"
                                .formatted(instrument, last, last + 1, firstSequence));
            }
        }
    }

    /** Whether a trade was published before. */
    boolean covers(Trade trade) throws SourceMismatchException {
        var last = published.get(trade.instrument());
        if (last == null || trade.sequence() > last.sequence()) {
            return false;
        }
        if (trade.sequence() == last.sequence() && !trade.equals(last)) {
            throw new SourceMismatchException(
                    "OTHER_SOURCE: the topic's last trade is %s, but the file has %s under this sequence; %s"
                            .formatted(last, trade, advice(last)));
        }
        return true;
    }

    /** To be asked when the files are through: they must have reached what was published before. */
    void checkReached(TradeReader reader) throws SourceMismatchException {
        for (var last : published.values()) {
            long reached = reader.lastSequence(last.instrument()).orElse(0L);
            if (reached < last.sequence() && last.sequence() >= firstSequence) {
                throw new SourceMismatchException(
                        "OTHER_SOURCE: the topic's last trade is %s, but the files end at sequence %d; %s"
                                .formatted(last, reached, advice(last)));
            }
        }
    }

    private static String advice(Trade last) {
        return "to append a file that follows it use --first-sequence " + (last.sequence() + 1);
    }
}
