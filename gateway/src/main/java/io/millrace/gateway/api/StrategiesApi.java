package io.millrace.gateway.api;

import io.millrace.core.strategy.StrategyKind;
import io.millrace.core.strategy.StrategyParameter;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.gateway.control.Entities;
import io.millrace.gateway.control.Ids;
import io.millrace.gateway.control.Kind;
import io.millrace.gateway.control.Reference;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.problem.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Configured strategies: only such as can be run. */
public record StrategiesApi(Entities<StrategySpec> strategies) implements Routes {
    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/strategies", call -> strategies.list("strategies")),
                Endpoint.get("/v1/strategies/{id}", call -> strategies.get(call.pathParameter("id"))),
                Endpoint.put("/v1/strategies/{id}", this::put));
    }

    private Answer put(Call call) {
        var id = Ids.strategyInPath(call.pathParameter("id"));
        var draft = strategies.draft(id, Fields.of(call.json()));
        var spec = draft.version(1);
        requireRunnable(spec);
        return strategies.put(
                call,
                id,
                draft,
                List.of(
                        new Reference(Kind.ACCOUNT, "/accountId", spec.accountId()),
                        new Reference(
                                Kind.INSTRUMENT,
                                "/instrument",
                                spec.instrument().toString())));
    }

    private static void requireRunnable(StrategySpec spec) {
        var errors = StrategyKind.errors(spec);
        if (errors.isEmpty()) {
            return;
        }
        var violations = new ArrayList<>(StrategyKind.named(spec.kind())
                .map(kind -> parameterViolations(kind, spec))
                .orElseGet(() -> List.of(unknownKind(spec.kind()))));
        if (spec.sizing() != null) {
            spec.sizing()
                    .strategyErrors()
                    .forEach(error -> violations.add(new Violation("/sizing", "INVALID_SIZING", error, "", "")));
        }
        if (violations.isEmpty()) {
            errors.forEach(error -> violations.add(new Violation("/parameters", "INVALID_STRATEGY", error, "", "")));
        }
        throw Problem.of(422, violations).exception();
    }

    private static Violation unknownKind(String word) {
        var words = Arrays.stream(StrategyKind.values()).map(StrategyKind::word).collect(Collectors.joining(", "));
        return new Violation(
                "/kind",
                "UNKNOWN_STRATEGY_KIND",
                "/kind must be one of " + words + ", was '" + word + "'",
                word,
                words);
    }

    private static List<Violation> parameterViolations(StrategyKind kind, StrategySpec spec) {
        var violations = new ArrayList<Violation>();
        spec.parameters().forEach((name, value) -> kind.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        parameter -> {
                            if (!allows(parameter, value)) {
                                violations.add(outOfRange(parameter, value));
                            }
                        },
                        () -> violations.add(unknownParameter(kind, name, value))));
        return violations;
    }

    private static boolean allows(StrategyParameter parameter, double value) {
        return value >= parameter.min()
                && value <= parameter.max()
                && (!parameter.whole() || value == Math.rint(value));
    }

    private static Violation outOfRange(StrategyParameter parameter, double value) {
        var limit = (parameter.whole() ? "a whole number from " : "a number from ") + parameter.min() + " to "
                + parameter.max();
        var field = "/parameters/" + parameter.name();
        return new Violation(
                field,
                "STRATEGY_PARAMETER_OUT_OF_RANGE",
                field + " must be " + limit + ", was " + value,
                Double.toString(value),
                limit);
    }

    private static Violation unknownParameter(StrategyKind kind, String name, double value) {
        var known = kind.parameters().stream().map(StrategyParameter::name).collect(Collectors.joining(", "));
        var field = "/parameters/" + name;
        return new Violation(
                field,
                "UNKNOWN_STRATEGY_PARAMETER",
                kind.word() + " has no parameter '" + name + "', it has " + known,
                Double.toString(value),
                known);
    }
}
