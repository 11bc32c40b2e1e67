package io.millrace.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.gateway.control.Entities;
import io.millrace.gateway.control.Ids;
import io.millrace.gateway.control.Kind;
import io.millrace.gateway.control.Reference;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.http.Endpoint;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.view.EquityViews;
import java.util.List;

/** Accounts, and what they are worth. */
public record AccountsApi(Entities<Account> accounts, Loaded loaded, EquityViews equity) implements Routes {
    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/accounts", call -> accounts.list("accounts")),
                Endpoint.post("/v1/accounts", this::create),
                Endpoint.get("/v1/accounts/{id}", call -> accounts.get(call.pathParameter("id"))),
                Endpoint.get("/v1/accounts/{id}/equity", this::equity));
    }

    private Answer create(Call call) {
        var fields = Fields.of(call.json());
        var id = fields.text("accountId", Ids.ID, Ids.ID_MEANING);
        var draft = accounts.draft(id, fields);
        var policy = new Reference(Kind.POLICY, "/policyId", draft.version(1).policyId());
        return accounts.create(call, id, draft, "/v1/accounts/" + id, List.of(policy));
    }

    private Answer equity(Call call) {
        loaded.require();
        var id = call.pathParameter("id");
        var point = equity.latest(id).orElseThrow(() -> Problem.of(
                        404, "NO_EQUITY_YET", "nothing is known of the worth of account '" + id + "'")
                .withValues(id, "an account that has traded")
                .exception());
        return Answer.json(200, json(point));
    }

    private static JsonNode json(EquityPoint point) {
        return Json.object()
                .put("accountId", point.accountId())
                .put("at", EventTime.text(point.eventTimeNanos()))
                .put("equity", point.equity().toString())
                .put("cash", point.cash().toString())
                .put("deposits", point.deposits().toString())
                .put("realisedProfit", point.realisedProfit().toString())
                .put("unrealisedProfit", point.unrealisedProfit().toString())
                .put("fees", point.fees().toString());
    }
}
