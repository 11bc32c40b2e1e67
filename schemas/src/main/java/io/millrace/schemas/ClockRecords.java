package io.millrace.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.money.Price;
import io.millrace.schemas.UndecodableException.Code;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * Clock records: null value, and the header {@code clock} with the text
 *
 * <pre>PARTITION TIME_NANOS MARK|- MARK_TIME_NANOS INSTRUMENT</pre>
 *
 * where the mark is a decimal number. If there is something doubtful about the data that made the mark, the header {@code
 * clock-quality} holds the names of the quality flags, with blanks between them. Readers that do not care about clocks skip records without a value.
 */
public final class ClockRecords {
    public static final String HEADER = "clock";

    private static final String QUALITY = "clock-quality";
    private static final String NO_MARK = "-";
    private static final int PARTS = 5;

    private ClockRecords() {}

    public static void write(Headers headers, Clock clock) {
        var text = clock.partition() + " " + clock.timeNanos() + " "
                + (clock.mark() == null ? NO_MARK : clock.mark().toString()) + " " + clock.markTimeNanos() + " "
                + clock.instrument();
        headers.remove(HEADER);
        headers.add(HEADER, text.getBytes(UTF_8));
        headers.remove(QUALITY);
        if (clock.quality() != 0) {
            headers.add(
                    QUALITY,
                    String.join(" ", QualityFlag.names(clock.quality())).getBytes(UTF_8));
        }
    }

    /**
     * The clock of a record, empty if it is none.
     *
     * @throws UndecodableException if the header is there but cannot be read
     */
    public static Optional<Clock> read(Headers headers) {
        var header = headers.lastHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        var text = header.value() == null ? "" : new String(header.value(), UTF_8);
        var parts = text.split(" ", PARTS);
        if (parts.length < PARTS) {
            throw malformed(text, null);
        }
        try {
            var mark = parts[2].equals(NO_MARK) ? null : Price.of(parts[2]);
            return Optional.of(new Clock(
                    InstrumentId.of(parts[4]),
                    Integer.parseInt(parts[0]),
                    Long.parseLong(parts[1]),
                    mark,
                    Long.parseLong(parts[3]),
                    quality(headers)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw malformed(text, e);
        }
    }

    private static int quality(Headers headers) {
        var header = headers.lastHeader(QUALITY);
        return header == null || header.value() == null
                ? 0
                : QualityFlag.of(List.of(new String(header.value(), UTF_8).split(" ")));
    }

    private static UndecodableException malformed(String text, RuntimeException cause) {
        return new UndecodableException(
                Code.MALFORMED_CLOCK,
                "header clock must be 'PARTITION TIME_NANOS MARK|- MARK_TIME_NANOS INSTRUMENT', was '" + text + "'",
                cause);
    }
}
