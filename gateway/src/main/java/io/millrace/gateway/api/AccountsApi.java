package io.millrace.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.core.money.Money;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.CurrencyBalance;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Accounts, and what they are worth. */
public record AccountsApi(Entities<Account> accounts, Loaded loaded, EquityViews equity, InstantSource clock)
        implements Routes {
    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/v1/accounts", call -> accounts.list("accounts")),
                Endpoint.post("/v1/accounts", this::create),
                Endpoint.get("/v1/accounts/{id}", call -> accounts.get(call.pathParameter("id"))),
                Endpoint.put("/v1/accounts/{id}", this::put),
                Endpoint.post("/v1/accounts/{id}/deposits", this::deposit),
                Endpoint.get("/v1/accounts/{id}/equity", this::equity));
    }

    private Answer create(Call call) {
        var fields = Fields.of(call.json());
        var id = fields.text("accountId", Ids.ID, Ids.ID_MEANING);
        var draft = accounts.draft(id, fields);
        var first = draft.version(1);
        if (first.deposit().isNegative()) {
            throw Problem.of(422, "MUST_NOT_BE_NEGATIVE", "/deposit must be >= 0, was '" + first.deposit() + "'")
                    .withValues(first.deposit().toString(), ">= 0")
                    .exception();
        }
        return accounts.create(call, id, draft, "/v1/accounts/" + id, references(first));
    }

    /** The next version. What the books are kept in stays: what is held already would change its meaning. */
    private Answer put(Call call) {
        var id = Ids.inPath(call.pathParameter("id"));
        var draft = accounts.draft(id, Fields.of(call.json()));
        var next = draft.version(1);
        return accounts.change(call, id, references(next), latest -> {
            unchanged("currency", latest.currency(), next.currency());
            unchanged("positions", latest.positions(), next.positions());
            unchanged("costs", latest.costs(), next.costs());
            return draft;
        });
    }

    /** A version with so much more deposited in a currency, or less. */
    private Answer deposit(Call call) {
        var fields = Fields.of(call.json());
        var amount = fields.anyMoney("amount");
        var currency = fields.text("currency", Ids.CURRENCY, Ids.CURRENCY_MEANING, "");
        long effectiveFrom = fields.time("effectiveFrom", clock.instant());
        fields.done();
        return accounts.change(call, call.pathParameter("id"), latest -> {
            if (currency.isEmpty() || currency.equals(latest.currency())) {
                var deposit = sum(latest.deposit(), amount);
                return version -> latest.with(version, effectiveFrom, deposit, latest.otherDeposits());
            }
            if (!latest.conversions().containsKey(currency)) {
                throw Problem.of(422, "NO_CONVERSION", "the account has no conversion of " + currency)
                        .withValues(currency, "one of " + latest.conversions().keySet())
                        .exception();
            }
            var others = new TreeMap<>(latest.otherDeposits());
            others.put(currency, sum(others.getOrDefault(currency, Money.ZERO), amount));
            return version -> latest.with(version, effectiveFrom, latest.deposit(), others);
        });
    }

    private static Money sum(Money deposits, Money amount) {
        try {
            return deposits.plus(amount);
        } catch (ArithmeticException e) {
            throw Problem.of(422, "DECIMAL_TOO_PRECISE_OR_LARGE", "the sum of deposits does not fit")
                    .withValues(amount.toString(), "a sum of at most 92233720368.54775807")
                    .exception();
        }
    }

    private static void unchanged(String field, Object was, Object is) {
        if (!was.equals(is)) {
            throw Problem.of(422, "CANNOT_CHANGE", "/" + field + " must stay " + was + ", was '" + is + "'")
                    .withValues(is.toString(), was.toString())
                    .exception();
        }
    }

    private static List<Reference> references(Account account) {
        var references = new ArrayList<Reference>();
        references.add(new Reference(Kind.POLICY, "/policyId", account.policyId()));
        account.conversions()
                .forEach((currency, instrument) -> references.add(
                        new Reference(Kind.INSTRUMENT, "/conversions/" + currency, instrument.toString())));
        return references;
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
        var json = Json.object()
                .put("accountId", point.accountId())
                .put("at", EventTime.text(point.eventTimeNanos()))
                .put("equity", point.equity().toString())
                .put("cash", point.cash().toString())
                .put("deposits", point.deposits().toString())
                .put("realisedProfit", point.realisedProfit().toString())
                .put("unrealisedProfit", point.unrealisedProfit().toString())
                .put("fees", point.fees().toString())
                .put("funding", point.funding().toString())
                .put("currency", point.currency())
                .put("peakEquity", text(point.peakEquity()))
                .put("initialMargin", text(point.initialMargin()))
                .put("maintenanceMargin", text(point.maintenanceMargin()))
                .put("freeBalance", text(point.freeBalance()));
        json.set("balances", Json.array(point.balances().stream().map(AccountsApi::json)));
        return json;
    }

    private static JsonNode json(CurrencyBalance balance) {
        return Json.object()
                .put("currency", balance.currency())
                .put("cash", balance.cash().toString())
                .put("value", balance.value().toString())
                .put("deposits", balance.deposits().toString())
                .put("realisedProfit", balance.realisedProfit().toString())
                .put("unrealisedProfit", balance.unrealisedProfit().toString())
                .put("fees", balance.fees().toString())
                .put("funding", balance.funding().toString())
                .put("rate", balance.rate() == null ? null : balance.rate().toString());
    }

    private static String text(Money amount) {
        return amount == null ? null : amount.toString();
    }
}
