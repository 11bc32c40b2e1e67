package io.millrace.core.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules there are, with the parameters they take. */
@SuppressWarnings("ImmutableEnumChecker") // List.of, and constructors without memory
public enum StrategyKind {
    RSI_REVERSAL("rsi-reversal", RsiReversal.SUMMARY, RsiReversal.PARAMETERS, RsiReversal::new),
    MACD_CROSS("macd-cross", MacdCross.SUMMARY, MacdCross.PARAMETERS, MacdCross::new),
    BOLLINGER_REVERSION(
            "bollinger-reversion", BollingerReversion.SUMMARY, BollingerReversion.PARAMETERS, BollingerReversion::new),
    VOLUME_BREAKOUT("volume-breakout", VolumeBreakout.SUMMARY, VolumeBreakout.PARAMETERS, VolumeBreakout::new);

    private final String word;
    private final String summary;
    private final List<StrategyParameter> parameters;
    private final Function<Parameters, Rule> constructor;

    StrategyKind(
            String word, String summary, List<StrategyParameter> parameters, Function<Parameters, Rule> constructor) {
        this.word = word;
        this.summary = summary;
        this.parameters = parameters;
        this.constructor = constructor;
    }

    /** Its name in a {@link StrategySpec}. */
    public String word() {
        return word;
    }

    /** When it buys and when it sells, in a sentence. */
    public String summary() {
        return summary;
    }

    public List<StrategyParameter> parameters() {
        return parameters;
    }

    /** The kind of that name. */
    public static Optional<StrategyKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Everything that is wrong with a specification; empty if it can be run. */
    public static List<String> errors(StrategySpec spec) {
        var errors = new ArrayList<String>();
        if (spec.strategyId().isBlank()) {
            errors.add("strategyId must not be blank");
        }
        if (spec.accountId().isBlank()) {
            errors.add("accountId must not be blank");
        }
        if (!spec.quantity().isPositive()) {
            errors.add("quantity must be > 0, was " + spec.quantity());
        }
        if (spec.intervalNanos() <= 0) {
            errors.add("intervalNanos must be > 0, was " + spec.intervalNanos());
        }
        if (spec.budget() != null && spec.budget().isNegative()) {
            errors.add("budget must be >= 0, was " + spec.budget());
        }
        if (spec.sizing() != null) {
            errors.addAll(spec.sizing().strategyErrors());
        }
        named(spec.kind())
                .ifPresentOrElse(
                        kind -> errors.addAll(kind.parameterErrors(spec)),
                        () -> errors.add("kind must be one of " + words() + ", was '" + spec.kind() + "'"));
        return errors;
    }

    StrategyParameter parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + " declares no parameter '" + name + "'"));
    }

    Rule rule(Parameters values) {
        return constructor.apply(values);
    }

    private List<String> parameterErrors(StrategySpec spec) {
        var errors = new ArrayList<String>();
        spec.parameters().forEach((name, value) -> parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        parameter -> parameter.objection(value).ifPresent(errors::add),
                        () -> errors.add(word + " has no parameter '" + name + "', it has " + parameterNames())));
        if (errors.isEmpty()) {
            try {
                rule(new Parameters(this, spec.parameters()));
            } catch (IllegalArgumentException e) {
                errors.add(e.getMessage());
            }
        }
        return errors;
    }

    private String parameterNames() {
        return parameters.stream().map(StrategyParameter::name).collect(Collectors.joining(", "));
    }

    private static String words() {
        return Arrays.stream(values()).map(StrategyKind::word).collect(Collectors.joining(", "));
    }
}
