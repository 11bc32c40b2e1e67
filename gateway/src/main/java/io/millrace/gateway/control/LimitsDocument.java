package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Safeguards;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Duration;
import java.util.function.Supplier;

/** The limits of one mode; every one is required but the safeguards. */
final class LimitsDocument {
    static final String MISSING = "MISSING_LIMIT";

    /** The contract counts the price's age in milliseconds. */
    static final Duration AGE_UNIT = Duration.ofMillis(1);

    private LimitsDocument() {}

    /** Reads the fields at once; the limits may be taken when nothing was wrong. */
    static Supplier<Limits> read(Fields fields) {
        var orderNotional = fields.money("maxOrderNotional");
        var positionNotional = fields.money("maxPositionNotional");
        var grossExposure = fields.money("maxGrossExposure");
        long leverageBps = fields.count("maxLeverageBps", 0, Integer.MAX_VALUE);
        var dailyLoss = fields.money("maxDailyLoss");
        long drawdownBps = fields.count("maxDrawdownBps", 0, 10_000);
        int ordersPerMinute = (int) fields.count("maxOrdersPerMinute", 0, Integer.MAX_VALUE);
        var priceAge = fields.duration("maxPriceAge", AGE_UNIT);
        var safeguards = fields.optionalObject("safeguards", MISSING)
                .map(SafeguardsDocument::read)
                .orElse(() -> Safeguards.NONE);
        return () -> new Limits(
                orderNotional,
                positionNotional,
                grossExposure,
                leverageBps,
                dailyLoss,
                drawdownBps,
                ordersPerMinute,
                priceAge,
                safeguards.get());
    }

    static ObjectNode write(Limits limits) {
        var body = Json.object()
                .put("maxOrderNotional", limits.maxOrderNotional().toString())
                .put("maxPositionNotional", limits.maxPositionNotional().toString())
                .put("maxGrossExposure", limits.maxGrossExposure().toString())
                .put("maxLeverageBps", limits.maxLeverageBps())
                .put("maxDailyLoss", limits.maxDailyLoss().toString())
                .put("maxDrawdownBps", limits.maxDrawdownBps())
                .put("maxOrdersPerMinute", limits.maxOrdersPerMinute())
                .put("maxPriceAge", limits.maxPriceAge().toString());
        if (!limits.safeguards().equals(Safeguards.NONE)) {
            body.set("safeguards", SafeguardsDocument.write(limits.safeguards()));
        }
        return body;
    }
}
