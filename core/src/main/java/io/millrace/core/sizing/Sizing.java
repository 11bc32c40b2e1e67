package io.millrace.core.sizing;

import io.millrace.core.money.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the quantity of an order follows from what the account is worth. A strategy's own names the kind and its
 * parameters; the one that an intent carries has what was measured as well.
 *
 * @param parameters by name; what is missing takes the kind's default
 * @param inputs what was measured up to the intent's cause, by name; empty where nothing is measured, or not yet
 */
public record Sizing(SizingKind kind, SortedMap<String, Double> parameters, SortedMap<String, Double> inputs) {
    /** Closes what the strategy holds. */
    public static final Sizing CLOSE = of(SizingKind.CLOSE, Map.of());

    public Sizing {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /** Nothing measured yet. */
    public static Sizing of(SizingKind kind, Map<String, Double> parameters) {
        return new Sizing(kind, new TreeMap<>(parameters), Collections.emptySortedMap());
    }

    /** The same with what was measured. */
    public Sizing measured(SortedMap<String, Double> measured) {
        return new Sizing(kind, parameters, measured);
    }

    /** A parameter's value, or its default; NaN if it has neither. */
    public double parameter(String name) {
        return parameters.getOrDefault(name, kind.parameter(name).defaultValue());
    }

    /** What was measured under that name, NaN if nothing was. */
    public double input(String name) {
        return inputs.getOrDefault(name, Double.NaN);
    }

    /**
     * The quantity to order: a multiple of the lot, zero or above, at most {@link Stakes#most}. Zero if an input is
     * missing, or if it does not come to one lot.
     */
    public Quantity quantity(Stakes stakes) {
        return kind.formula()
                .quantity(this, stakes)
                .min(stakes.most())
                .max(Quantity.ZERO)
                .downTo(stakes.lot());
    }

    /** Everything that is wrong with it as a strategy's own; empty if entries can be sized by it. */
    public List<String> strategyErrors() {
        return kind == SizingKind.CLOSE
                ? List.of("sizing must be one for entries, was " + kind.word() + ": exits always close what is held")
                : errors();
    }

    /** Everything that is wrong with the parameters; empty if quantities follow from them. */
    public List<String> errors() {
        var errors = new ArrayList<String>();
        parameters.forEach((name, value) -> kind.find(name)
                .ifPresentOrElse(
                        parameter -> parameter.objection(value).ifPresent(errors::add),
                        () -> errors.add(kind.word() + " has no parameter '" + name + "', it has "
                                + (kind.parameters().isEmpty() ? "none" : kind.parameterNames()))));
        kind.missing(parameters).forEach(name -> errors.add(kind.word() + " needs the parameter '" + name + "'"));
        return errors;
    }
}
