package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.portfolio.Account;
import io.millrace.core.risk.TradingMode;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Instant;
import java.util.TreeMap;

/** {@code {"currency": "USD", "deposit": "100000", "policyId": "default", "type": "MARGIN", "effectiveFrom": …}}. */
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
        var deposit = fields.anyMoney("deposit");
        var policyId = fields.text("policyId", Ids.ID, Ids.ID_MEANING);
        long effectiveFrom = fields.time("effectiveFrom", now);
        var type = fields.choice("type", Account.Type.class, Account.Type.MARGIN);
        var positions = fields.choice("positions", Account.Positions.class, Account.Positions.NETTING);
        var costs = fields.choice("costs", Account.Costs.class, Account.Costs.AVERAGE);
        var mode = fields.choice("mode", TradingMode.class, null);
        var others = fields.anyMoneys("otherDeposits", Ids.CURRENCY);
        var conversions = new TreeMap<String, InstrumentId>();
        fields.texts("conversions", Ids.CURRENCY, Ids.INSTRUMENT, Ids.INSTRUMENT_MEANING)
                .forEach((of, instrument) -> conversions.put(of, InstrumentId.of(instrument)));
        for (var of : others.keySet()) {
            if (!conversions.containsKey(of) && !of.equals(currency)) {
                fields.refuse(
                        "otherDeposits/" + of,
                        "NO_CONVERSION",
                        "/conversions must name the instrument whose price converts " + of,
                        of,
                        "a currency of " + conversions.keySet());
            }
        }
        fields.done();
        return version -> new Account(
                id,
                version,
                currency,
                deposit,
                policyId,
                effectiveFrom,
                type,
                positions,
                costs,
                conversions,
                mode == null ? "" : mode.name(),
                others);
    }

    @Override
    public ObjectNode write(Account account) {
        var body = Json.object()
                .put("currency", account.currency())
                .put("deposit", account.deposit().toString())
                .put("policyId", account.policyId())
                .put("type", account.type().name())
                .put("positions", account.positions().name())
                .put("costs", account.costs().name())
                .put("mode", account.modeOverride().isEmpty() ? null : account.modeOverride());
        var others = body.putObject("otherDeposits");
        account.otherDeposits().forEach((currency, deposit) -> others.put(currency, deposit.toString()));
        var conversions = body.putObject("conversions");
        account.conversions().forEach((currency, instrument) -> conversions.put(currency, instrument.toString()));
        return body.put("effectiveFrom", EventTime.text(account.effectiveFromNanos()));
    }
}
