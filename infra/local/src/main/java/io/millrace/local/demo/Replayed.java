package io.millrace.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the marketdata connector says it did.
 *
 * @param linesRead data lines of the files
 * @param accepted trades of the instruments asked for, sent now or by an earlier run
 * @param published trades sent by this run
 * @param refused lines that went to the dead letters
 * @param otherInstruments trades that were not asked for
 * @param endClockNanos event time of the clock that ended the replay
 * @param seconds from its first trade to its last, on the wall
 */
record Replayed(
        long linesRead,
        long accepted,
        long published,
        long refused,
        long otherInstruments,
        long endClockNanos,
        double seconds) {
    /** Reads the last line of the connector's log that is JSON. */
    static Replayed in(Path log) throws IOException {
        String last = null;
        for (var line : Files.readAllLines(log)) {
            last = line.startsWith("{") ? line : last;
        }
        if (last == null) {
            throw new IOException("marketdata printed no summary; its log: " + log);
        }
        var summary = new ObjectMapper().readTree(last);
        long refused = 0;
        for (var count : summary.path("refused")) {
            refused += count.asLong();
        }
        return new Replayed(
                summary.path("linesRead").asLong(),
                summary.path("accepted").asLong(),
                summary.path("published").asLong(),
                refused,
                summary.path("otherInstruments").asLong(),
                summary.path("endClockNanos").asLong(),
                summary.path("seconds").asDouble());
    }
}
