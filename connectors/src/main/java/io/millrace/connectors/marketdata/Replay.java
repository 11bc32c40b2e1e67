package io.millrace.connectors.marketdata;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Sends the trades of files, one file after the other, from where an earlier run stopped. */
final class Replay {
    private static final int SYMBOLS_SHOWN = 5;

    private final List<TradeFile> files;
    private final List<InstrumentId> instruments;
    private final TradeReader reader;
    private final Resume resume;
    private final Pace pace;
    private final Output output;
    private final Summary summary = new Summary();
    private final TreeSet<String> otherSymbols = new TreeSet<>();

    Replay(Options options, Pace pace, Output output) throws SourceMismatchException {
        this.files = options.files();
        this.instruments = options.instruments().asked();
        this.reader = new TradeReader(options.instruments(), options.maxTimeStep(), options.firstSequence());
        this.resume = new Resume(instruments, options.firstSequence(), output::lastPublished);
        this.pace = pace;
        this.output = output;
    }

    /**
     * @param files in the order of time
     * @param firstSequence sequence of the first trade; above 1 for files that follow others
     */
    record Options(List<TradeFile> files, Instruments instruments, Duration maxTimeStep, long firstSequence) {}

    /**
     * Runs to the end of the files.
     *
     * @param endClock how far after the last trade's event time the clock is set that ends the replay; none if empty
     */
    Summary run(Optional<Duration> endClock) throws IOException, InterruptedException, SourceMismatchException {
        long start = System.nanoTime();
        for (var file : files) {
            replay(file);
        }
        if (summary.getAccepted() == 0 && summary.getOtherInstruments() > 0) {
            throw new SourceMismatchException(
                    "NO_SUCH_INSTRUMENT: no line is of %s; the files hold %s".formatted(instruments, otherSymbols));
        }
        resume.checkReached(reader);
        var end = summary.getAccepted() == 0 ? Optional.<Long>empty() : endClock.map(this::endClockNanos);
        end.ifPresent(this::sendClocks);
        output.flush();
        summary.ended(end.orElse(null), (System.nanoTime() - start) / 1e9);
        return summary;
    }

    private void replay(TradeFile file) throws IOException, InterruptedException, SourceMismatchException {
        try (var lines = file.open()) {
            checkSymbols(file, lines.format());
            for (var line = lines.next(); line != null; line = lines.next()) {
                summary.line();
                take(file, line, reader.read(lines.format(), line));
            }
        }
    }

    private void take(TradeFile file, Line line, Entry entry) throws InterruptedException, SourceMismatchException {
        if (entry instanceof Entry.Accepted accepted) {
            var trade = accepted.trade();
            boolean isNew = !resume.covers(trade);
            if (isNew) {
                pace.await(trade.eventTimeNanos());
                output.publish(trade);
            }
            summary.accepted(trade.eventTimeNanos(), isNew);
        } else if (entry instanceof Entry.Refused refused) {
            output.refuse(file, line, refused.refusal());
            summary.refused(refused.refusal().code());
        } else if (entry instanceof Entry.Skipped skipped) {
            summary.otherInstrument();
            if (otherSymbols.size() < SYMBOLS_SHOWN) {
                otherSymbols.add(skipped.symbol());
            }
        }
    }

    private void checkSymbols(TradeFile file, TradeFormat format) throws IOException {
        if (!format.hasSymbol() && instruments.size() != 1) {
            throw new IOException("%s: a file without symbols needs exactly one --instrument, were %s"
                    .formatted(file.name(), instruments));
        }
    }

    private long endClockNanos(Duration after) {
        return Math.addExact(summary.getLastEventNanos(), after.toNanos());
    }

    /** The same time for every instrument: when the files are through, nothing comes of any of them. */
    private void sendClocks(long timeNanos) {
        for (var instrument : instruments) {
            output.publish(Clock.of(instrument, timeNanos));
        }
    }
}
