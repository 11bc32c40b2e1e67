package io.millrace.gateway.api;

import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.gateway.control.ManualOrders;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.view.CommandViews;
import java.util.List;

/** Commands to whole accounts: halt, reduce, resume, and the kill of all. */
public record AccountCommandsApi(ManualOrders manual, CommandViews views, Loaded loaded) implements Routes {
    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/commands", this::list),
                Endpoint.command("/v1/accounts/{id}/halt", call -> command(call, Action.HALT)),
                Endpoint.command("/v1/accounts/{id}/reduce", call -> command(call, Action.REDUCE)),
                Endpoint.command("/v1/accounts/{id}/resume", call -> command(call, Action.RESUME)),
                Endpoint.command("/v1/kill", this::kill));
    }

    private Answer command(Call call, Action action) {
        return manual.command(
                call, action, call.pathParameter("id"), intent -> Answer.json(202, OrderJson.requested(intent)));
    }

    private Answer kill(Call call) {
        return manual.commandAll(call, Action.HALT, AccountCommandsApi::killed);
    }

    /** What risk has taken last of each account and kind. */
    private Answer list(Call call) {
        loaded.require();
        var body = Json.object();
        body.set("commands", Json.array(views.all().stream().map(command -> OrderJson.requested(command.intent())
                .put("decidedAt", EventTime.text(command.ruling().decidedAtNanos())))));
        return Answer.json(200, body);
    }

    private static Answer killed(List<OrderIntent> intents) {
        var body = Json.object();
        body.set("accounts", Json.array(intents.stream().map(OrderJson::requested)));
        return Answer.json(202, body);
    }
}
