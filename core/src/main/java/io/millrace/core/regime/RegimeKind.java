package io.millrace.core.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of models there are. */
@SuppressWarnings("ImmutableEnumChecker") // constructors without memory
public enum RegimeKind {
    GAUSSIAN_HMM("gaussian-hmm", parameters -> new HmmRegimes(HmmParameters.read(parameters))),
    VOLATILITY_TREND("volatility-trend", VolatilityTrendRule::new);

    private final String word;
    private final Function<Map<String, Double>, Classifier> constructor;

    RegimeKind(String word, Function<Map<String, Double>, Classifier> constructor) {
        this.word = word;
        this.constructor = constructor;
    }

    /** Its name in a {@link RegimeModel}. */
    public String word() {
        return word;
    }

    /** The kind of that name. */
    public static Optional<RegimeKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** All names, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(RegimeKind::word).collect(Collectors.joining(", "));
    }

    /** Everything that is wrong with a model; empty if it can be run. */
    public static List<String> errors(RegimeModel model) {
        var errors = new ArrayList<String>();
        if (model.modelId().isBlank()) {
            errors.add("modelId must not be blank");
        }
        if (model.modelId().equals(RegimeModel.BASELINE)) {
            errors.add("modelId must be another: '" + RegimeModel.BASELINE
                    + "' stands for the rule that runs on every instrument");
        }
        if (model.intervalNanos() <= 0) {
            errors.add("intervalNanos must be > 0, was " + model.intervalNanos());
        }
        named(model.kind())
                .ifPresentOrElse(
                        kind -> kind.parameterError(model.parameters()).ifPresent(errors::add),
                        () -> errors.add("kind must be one of " + words() + ", was '" + model.kind() + "'"));
        return errors;
    }

    /** What is wrong with the parameters of a model of this kind; the message names every error. */
    public Optional<String> parameterError(Map<String, Double> parameters) {
        try {
            classifier(parameters);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    Classifier classifier(Map<String, Double> parameters) {
        return constructor.apply(parameters);
    }
}
