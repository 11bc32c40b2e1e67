package io.millrace.streams.runtime;

import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.MarketSource;
import io.millrace.core.execution.MarketSources;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.ParticipationModel;
import io.millrace.core.execution.QueueModel;
import io.millrace.core.execution.SlippageModel;
import io.millrace.schemas.process.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The paper venue's models, from the process's environment. Without a setting orders fill whole at the first trade.
 *
 * <pre>
 * MILLRACE_VENUE_LATENCY            0.05s   from a decision until its order acts, event time
 * MILLRACE_VENUE_CANCEL_LATENCY     the same, of cancels and replaces; as that of orders
 * MILLRACE_SLIPPAGE_BPS             0       of orders that take, in 1/10,000: short for fixed(BPS)
 * MILLRACE_VENUE_SLIPPAGE           none    none, fixed(BPS), volume-share(LIMIT_BPS,IMPACT_BPS) or square-root(BPS)
 * MILLRACE_VENUE_PARTICIPATION_BPS  0       share of an event's volume that an account may fill, in 1/10,000; 0: no limit
 * MILLRACE_VENUE_QUEUE              first   place of a limit order in the queue at its price: first or last
 * MILLRACE_VENUE_MARKET             trades  for all but INSTRUMENT=SOURCE or VENUE=SOURCE, separated by commas, of the
 *                                           sources trades, quotes, trades+quotes
 * </pre>
 */
final class PaperVenueSettings {
    private static final long MAX_SLIPPAGE_BPS = 9_999;
    private static final String SLIPPAGE = "MILLRACE_VENUE_SLIPPAGE";

    private PaperVenueSettings() {}

    /** Reads all, adding errors to {@code settings}. */
    static PaperModels read(Settings settings) {
        var submit = latency(settings, "MILLRACE_VENUE_LATENCY", Duration.ofMillis(50));
        var cancel = latency(settings, "MILLRACE_VENUE_CANCEL_LATENCY", submit);
        return new PaperModels(
                new LatencyModel(submit.toNanos(), cancel.toNanos()),
                slippage(settings),
                new ParticipationModel(settings.number("MILLRACE_VENUE_PARTICIPATION_BPS", 0, 0, 10_000)),
                parse(settings, "MILLRACE_VENUE_QUEUE", "first", QueueModel::parse),
                parse(settings, "MILLRACE_VENUE_MARKET", "", PaperVenueSettings::sources));
    }

    private static Duration latency(Settings settings, String name, Duration fallback) {
        var latency = settings.duration(name, fallback);
        if (latency.isZero()) {
            settings.reject(name, "at least 1 ns", latency);
            return fallback;
        }
        return latency;
    }

    private static SlippageModel slippage(Settings settings) {
        long bps = settings.number("MILLRACE_SLIPPAGE_BPS", 0, 0, MAX_SLIPPAGE_BPS);
        var model = parse(settings, SLIPPAGE, "none", SlippageModel::parse);
        if (bps == 0) {
            return model;
        }
        if (!model.equals(SlippageModel.none())) {
            settings.reject(SLIPPAGE, "unset where MILLRACE_SLIPPAGE_BPS is set", settings.text(SLIPPAGE, ""));
        }
        return SlippageModel.fixed(bps);
    }

    /** The apps have trades and quotes; bars are for backtests. */
    private static MarketSources sources(String text) {
        if (Arrays.stream(text.split(",")).anyMatch(entry -> entry.strip().endsWith("=" + MarketSource.BARS))) {
            throw new IllegalArgumentException("the app matches against trades and quotes only");
        }
        return MarketSources.parse(text);
    }

    private static <T> T parse(Settings settings, String name, String fallback, Function<String, T> parser) {
        var text = settings.text(name, fallback);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            settings.reject(name, "a known value (" + e.getMessage() + ")", text);
            return parser.apply(fallback);
        }
    }
}
