package io.millrace.gateway.api;

import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.TradingMode;
import io.millrace.gateway.control.Entities;
import io.millrace.gateway.control.Ids;
import io.millrace.gateway.control.Kind;
import io.millrace.gateway.control.Reference;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.Fields;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Risk policies and their modes. */
public record PoliciesApi(Entities<Policy> policies, InstantSource clock) implements Routes {
    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/policies", call -> policies.list("policies")),
                Endpoint.get("/v1/policies/{id}", call -> policies.get(call.pathParameter("id"))),
                Endpoint.put("/v1/policies/{id}", this::put),
                Endpoint.put("/v1/policies/{id}/mode", this::putMode));
    }

    private Answer put(Call call) {
        var id = Ids.inPath(call.pathParameter("id"));
        var draft = policies.draft(id, Fields.of(call.json()));
        return policies.put(call, id, draft, instruments(draft.version(1)));
    }

    /** Those that the policy has limits of their own for. */
    private static List<Reference> instruments(Policy policy) {
        return Stream.of(
                        instruments("/aggressive", policy.aggressive()),
                        instruments("/normal", policy.normal()),
                        instruments("/defensive", policy.defensive()))
                .flatMap(references -> references)
                .toList();
    }

    private static Stream<Reference> instruments(String mode, Limits limits) {
        return limits.safeguards().maxNotionalOf().keySet().stream()
                .map(instrument -> instrument.toString())
                .map(id -> new Reference(
                        Kind.INSTRUMENT, mode + "/safeguards/maxNotionalOf/" + id.replace("/", "~1"), id));
    }

    /** A version with the limits of the latest one and another mode. */
    private Answer putMode(Call call) {
        var fields = Fields.of(call.json());
        var mode = fields.choice("mode", TradingMode.class);
        long effectiveFrom = fields.time("effectiveFrom", clock.instant());
        fields.done();
        return policies.change(
                call, call.pathParameter("id"), latest -> version -> latest.with(version, mode, effectiveFrom));
    }
}
