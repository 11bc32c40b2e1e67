package io.millrace.flink.features;

import io.millrace.core.feature.FeatureEngine;
import io.millrace.core.market.InstrumentId;
import io.millrace.flink.job.Arguments;
import io.millrace.flink.job.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The arguments that only the features job has.
 *
 * @param sets of features of trades and bars, in the order of their names
 * @param quotes whether market.quotes is read, too, for the set {@code quotes}
 * @param benchmark the instrument beside which the others are put for the set {@code benchmark}, null for none
 * @param patience how far an instrument may be ahead of its quotes, or of the benchmark, in event time, before it goes on
 *     without them; a day by default: longer than a source is away, and what waits in between fits into memory
 */
public record FeatureOptions(List<String> sets, boolean quotes, InstrumentId benchmark, Duration patience) {
    /** What holds if nothing is asked for. */
    public static final FeatureOptions STANDARD =
            new FeatureOptions(List.of("market"), false, null, Duration.ofDays(1));

    private static final List<String> OF_TRADES = List.of("basic", "market");

    static FeatureOptions take(Arguments arguments) {
        var sets = arguments.take("--sets", "market", "sets of features: basic, market or both", FeatureOptions::sets);
        var quotes = arguments.take(
                "--quotes",
                "false",
                "whether to read market.quotes for the set quotes; features then wait for its clocks",
                FeatureOptions::truth);
        var benchmark = arguments.take(
                "--benchmark",
                "",
                "instrument of the set benchmark: correlation and beta of the others with it",
                text -> text.isEmpty() ? null : instrument(text));
        var patience = arguments.take(
                "--patience",
                "1d",
                "event time an instrument may be ahead of its quotes, or of the benchmark, that stay away",
                Values::positiveDuration);
        // What was refused is reported with all other errors before anything runs.
        return new FeatureOptions(
                sets == null ? STANDARD.sets() : sets, Boolean.TRUE.equals(quotes), benchmark, patience);
    }

    /** The sets of one instrument's trades, bars and quotes, in the order in which their vectors leave. */
    List<String> ownSets() {
        var own = new ArrayList<>(sets);
        if (quotes) {
            own.add("quotes");
        }
        return own;
    }

    /** Whether any set is of the single trades. */
    boolean seesTrades() {
        return new FeatureEngine(ownSets(), List.of()).seesTrades();
    }

    private static List<String> sets(String text) {
        var sets = new TreeSet<String>();
        for (var part : text.split(",", -1)) {
            if (!OF_TRADES.contains(part.trim())) {
                throw new IllegalArgumentException("some of " + String.join(", ", OF_TRADES));
            }
            sets.add(part.trim());
        }
        return List.copyOf(sets);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static InstrumentId instrument(String text) {
        try {
            return InstrumentId.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("SYMBOL.VENUE", e);
        }
    }
}
