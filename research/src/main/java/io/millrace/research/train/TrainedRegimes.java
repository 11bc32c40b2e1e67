package io.millrace.research.train;

import io.millrace.core.regime.GaussianHmm;
import io.millrace.core.regime.HmmTraining;
import io.millrace.core.regime.RegimeModel;
import java.time.Instant;
import java.util.Locale;

/** A trained model, and how the training went. */
public record TrainedRegimes(RegimeModel model, HmmTraining.Result result) {
    private static final int RETURN = 0;
    private static final int VOLATILITY = 1;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** The model for people: all per bar, nothing annualised. */
    public String text() {
        var hmm = result.hmm();
        var names = GaussianHmm.names(hmm.states());
        var text = new StringBuilder();
        var training = model.training();
        line(text, "%s: %s of %d states on %s", model.modelId(), model.kind(), hmm.states(), model.instrument());
        line(
                text,
                "%d bars from %s to %s, log-likelihood %.3f after %d iterations%s",
                training.bars(),
                instant(training.fromNanos()),
                instant(training.toNanos()),
                training.logLikelihood(),
                result.iterations(),
                result.converged() ? "" : " (NOT converged)");
        line(text, "");
        line(
                text,
                "%-12s %8s %12s %16s %16s %14s",
                "state",
                "share",
                "mean return",
                "sd of return",
                "typical range sd",
                "stays (bars)");
        for (int i = 0; i < hmm.states(); i++) {
            line(
                    text,
                    "%-12s %7.2f%% %+11.5f%% %15.5f%% %15.5f%% %14.1f",
                    names.get(i),
                    100 * result.shares().get(i),
                    100 * hmm.mean(i, RETURN),
                    100 * Math.sqrt(hmm.variance(i, RETURN)),
                    100 * Math.exp(hmm.mean(i, VOLATILITY)),
                    hmm.expectedDuration(i));
        }
        line(text, "");
        text.append("%-12s".formatted("from \\ to"));
        names.forEach(name -> text.append(" %10s".formatted(name)));
        for (int i = 0; i < hmm.states(); i++) {
            text.append("%n%-12s".formatted(names.get(i)));
            for (int j = 0; j < hmm.states(); j++) {
                text.append(String.format(Locale.ROOT, " %10.6f", hmm.transition(i, j)));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}
