package io.millrace.core.sizing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways to size an order. */
@SuppressWarnings("ImmutableEnumChecker") // List.of, and functions without memory
public enum SizingKind {
    /** The bound itself. */
    FIXED("fixed", (sizing, stakes) -> stakes.most()),
    PERCENT_OF_EQUITY("percent-of-equity", new PercentOfEquity(), PercentOfEquity.PARAMETERS),
    VOLATILITY_TARGET("volatility-target", new VolatilityTarget(), VolatilityTarget.PARAMETERS),
    ATR_RISK("atr-risk", new AtrRisk(), AtrRisk.PARAMETERS),
    KELLY("kelly", new Kelly(), Kelly.PARAMETERS),
    /** What the strategy holds: its exit. */
    CLOSE("close", (sizing, stakes) -> stakes.held());

    private final String word;
    private final SizingFormula formula;
    private final List<SizingParameter> parameters;

    SizingKind(String word, SizingFormula formula) {
        this(word, formula, List.of());
    }

    SizingKind(String word, SizingFormula formula, List<SizingParameter> parameters) {
        this.word = word;
        this.formula = formula;
        this.parameters = parameters;
    }

    /** Its name in documents ({@code percent-of-equity}). */
    public String word() {
        return word;
    }

    public List<SizingParameter> parameters() {
        return parameters;
    }

    /** The kind of that name. */
    public static Optional<SizingKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    SizingFormula formula() {
        return formula;
    }

    Optional<SizingParameter> find(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    SizingParameter parameter(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(word + " declares no parameter '" + name + "'"));
    }

    String parameterNames() {
        return parameters.stream().map(SizingParameter::name).collect(Collectors.joining(", "));
    }

    /** What has to be given and is not. */
    List<String> missing(Map<String, Double> given) {
        boolean halfGiven = this == KELLY && given.containsKey(Kelly.WIN_RATE) != given.containsKey(Kelly.PAYOFF);
        return parameters.stream()
                .filter(parameter -> parameter.required() || (halfGiven && Kelly.isOdds(parameter.name())))
                .map(SizingParameter::name)
                .filter(name -> !given.containsKey(name))
                .toList();
    }
}
