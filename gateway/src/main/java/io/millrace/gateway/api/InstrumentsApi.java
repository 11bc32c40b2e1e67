package io.millrace.gateway.api;

import io.millrace.core.market.Instrument;
import io.millrace.gateway.control.Entities;
import io.millrace.gateway.control.Ids;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.Fields;
import java.util.List;

/** Trading rules of instruments. */
public record InstrumentsApi(Entities<Instrument> instruments) implements Routes {
    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/instruments", call -> instruments.list("instruments")),
                Endpoint.get("/v1/instruments/{id}", call -> instruments.get(call.pathParameter("id"))),
                Endpoint.put("/v1/instruments/{id}", this::put));
    }

    private Answer put(Call call) {
        var id = Ids.instrumentInPath(call.pathParameter("id")).toString();
        return instruments.put(call, id, instruments.draft(id, Fields.of(call.json())), List.of());
    }
}
