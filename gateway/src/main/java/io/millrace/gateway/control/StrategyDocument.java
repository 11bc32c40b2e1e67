package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Duration;
import java.time.Instant;

/** {@code {"accountId": "demo", "instrument": …, "kind": "rsi-reversal", "interval": "PT1M", "quantity": "0.5", …}}. */
final class StrategyDocument implements Document<StrategySpec> {
    private static final Duration INTERVAL_UNIT = Duration.ofNanos(1);

    @Override
    public String idField() {
        return "strategyId";
    }

    @Override
    public String id(StrategySpec strategy) {
        return strategy.strategyId();
    }

    @Override
    public long version(StrategySpec strategy) {
        return strategy.version();
    }

    @Override
    public long effectiveFromNanos(StrategySpec strategy) {
        return strategy.effectiveFromNanos();
    }

    @Override
    public Draft<StrategySpec> read(String id, Fields fields, Instant now) {
        var accountId = fields.text("accountId", Ids.ID, Ids.ID_MEANING);
        var instrument = Ids.instrument(fields, "instrument");
        var kind = fields.text("kind", Ids.ID, Ids.ID_MEANING);
        var interval = fields.duration("interval", INTERVAL_UNIT);
        var quantity = fields.positiveQuantity("quantity");
        var parameters = fields.numbers("parameters");
        boolean enabled = fields.flag("enabled", true);
        long effectiveFrom = fields.time("effectiveFrom", now);
        var cleanInputs = fields.choices("cleanInputs", QualityFlag.class);
        var budget = fields.money("budget", null);
        var sizing = SizingDocument.read(fields, "sizing");
        fields.done();
        return version -> new StrategySpec(
                id,
                version,
                accountId,
                instrument,
                kind,
                interval.toNanos(),
                quantity,
                parameters,
                enabled,
                effectiveFrom,
                cleanInputs.stream().mapToInt(QualityFlag::bit).reduce(0, (a, b) -> a | b),
                budget,
                sizing);
    }

    @Override
    public ObjectNode write(StrategySpec strategy) {
        var body = Json.object()
                .put("accountId", strategy.accountId())
                .put("instrument", strategy.instrument().toString())
                .put("kind", strategy.kind())
                .put("interval", Duration.ofNanos(strategy.intervalNanos()).toString())
                .put("quantity", strategy.quantity().toString());
        strategy.parameters().forEach(body.putObject("parameters")::put);
        body.put("budget", strategy.budget() == null ? null : strategy.budget().toString());
        body.set("sizing", SizingDocument.write(strategy.sizing()));
        QualityFlag.names(strategy.cleanInputs()).forEach(body.putArray("cleanInputs")::add);
        return body.put("enabled", strategy.enabled())
                .put("effectiveFrom", EventTime.text(strategy.effectiveFromNanos()));
    }
}
