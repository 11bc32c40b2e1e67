package io.millrace.gateway.api;

import io.millrace.core.regime.RegimeKind;
import io.millrace.core.regime.RegimeModel;
import io.millrace.gateway.control.Entities;
import io.millrace.gateway.control.Ids;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.problem.Violation;
import java.util.List;
import java.util.Optional;

/** Models of market regimes: only such as can be run. */
public record ModelsApi(Entities<RegimeModel> models) implements Routes {
    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/models", call -> models.list("models")),
                Endpoint.get("/v1/models/{id}", call -> models.get(call.pathParameter("id"))),
                Endpoint.put("/v1/models/{id}", this::put));
    }

    private Answer put(Call call) {
        var id = Ids.modelInPath(call.pathParameter("id"));
        var draft = models.draft(id, Fields.of(call.json()));
        violation(draft.version(1)).ifPresent(violation -> {
            throw Problem.of(422, List.of(violation)).exception();
        });
        return models.put(call, id, draft, List.of());
    }

    private static Optional<Violation> violation(RegimeModel model) {
        return RegimeKind.named(model.kind())
                .map(kind -> kind.parameterError(model.parameters())
                        .map(error -> new Violation("/parameters", "INVALID_MODEL", error, "", "")))
                .orElseGet(() -> Optional.of(unknownKind(model.kind())));
    }

    private static Violation unknownKind(String word) {
        var words = RegimeKind.words();
        return new Violation(
                "/kind", "UNKNOWN_MODEL_KIND", "/kind must be one of " + words + ", was '" + word + "'", word, words);
    }
}
