package io.millrace.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.Lot;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.view.PositionViews;
import java.util.List;

/** Positions as they stand. */
public record PositionsApi(PositionViews positions, Loaded loaded) implements Routes {
    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/v1/positions", this::list).withQuery("accountId", "instrument"));
    }

    private Answer list(Call call) {
        loaded.require();
        var account = call.queryParameter("accountId");
        var instrument = call.queryParameter("instrument");
        var found = positions.all(
                position -> account.map(position.accountId()::equals).orElse(true)
                        && instrument
                                .map(position.position().instrument().toString()::equals)
                                .orElse(true));
        var body = Json.object();
        body.set("positions", Json.array(found.stream().map(PositionsApi::json)));
        return Answer.json(200, body);
    }

    private static JsonNode json(AccountPosition held) {
        var position = held.position();
        var average = position.quantity().isZero() ? null : position.cost().per(position.quantity());
        var json = Json.object()
                .put("accountId", held.accountId())
                .put("instrument", position.instrument().toString())
                .put("side", position.side().name())
                .put("currency", position.currency())
                .put("quantity", position.quantity().toString())
                .put("averagePrice", average == null ? null : average.toString())
                .put("cost", position.cost().toString())
                .put("realisedProfit", position.realisedProfit().toString())
                .put("fees", position.fees().toString())
                .put("funding", position.funding().toString())
                .put("changedAt", EventTime.text(held.eventTimeNanos()));
        json.set("lots", Json.array(position.lots().toList().stream().map(PositionsApi::json)));
        return json;
    }

    private static JsonNode json(Lot lot) {
        return Json.object()
                .put("openedAt", EventTime.text(lot.openedNanos()))
                .put("quantity", lot.quantity().toString())
                .put("cost", lot.cost().toString());
    }
}
