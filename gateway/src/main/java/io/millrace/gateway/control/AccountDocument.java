package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.portfolio.Account;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Instant;

/** {@code {"currency": "USD", "deposit": "100000", "policyId": "default", "effectiveFrom": …}}. */
final class AccountDocument implements Document<Account> {
    @Override
    public String idField() {
        return "accountId";
    }

    @Override
    public String id(Account account) {
        return account.accountId();
    }

    @Override
    public long version(Account account) {
        return account.version();
    }

    @Override
    public long effectiveFromNanos(Account account) {
        return account.effectiveFromNanos();
    }

    @Override
    public Draft<Account> read(String id, Fields fields, Instant now) {
        var currency = fields.text("currency", Ids.CURRENCY, Ids.CURRENCY_MEANING);
        var deposit = fields.money("deposit");
        var policyId = fields.text("policyId", Ids.ID, Ids.ID_MEANING);
        long effectiveFrom = fields.time("effectiveFrom", now);
        fields.done();
        return version -> new Account(id, version, currency, deposit, policyId, effectiveFrom);
    }

    @Override
    public ObjectNode write(Account account) {
        return Json.object()
                .put("currency", account.currency())
                .put("deposit", account.deposit().toString())
                .put("policyId", account.policyId())
                .put("effectiveFrom", EventTime.text(account.effectiveFromNanos()));
    }
}
