package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.risk.Limits;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Duration;
import java.util.function.Supplier;

/** The limits of one mode; every one is required. */
final class LimitsDocument {
    static final String MISSING = "MISSING_LIMIT";

    /** The contract counts the price's age in milliseconds. */
    private static final Duration AGE_UNIT = Duration.ofMillis(1);

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
        return () -> new Limits(
                orderNotional,
                positionNotional,
                grossExposure,
                leverageBps,
                dailyLoss,
                drawdownBps,
                ordersPerMinute,
                priceAge);
    }

    static ObjectNode write(Limits limits) {
        return Json.object()
                .put("maxOrderNotional", limits.maxOrderNotional().toString())
                .put("maxPositionNotional", limits.maxPositionNotional().toString())
                .put("maxGrossExposure", limits.maxGrossExposure().toString())
                .put("maxLeverageBps", limits.maxLeverageBps())
                .put("maxDailyLoss", limits.maxDailyLoss().toString())
                .put("maxDrawdownBps", limits.maxDrawdownBps())
                .put("maxOrdersPerMinute", limits.maxOrdersPerMinute())
                .put("maxPriceAge", limits.maxPriceAge().toString());
    }
}
