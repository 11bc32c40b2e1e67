package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.money.Money;
import io.millrace.core.risk.Safeguards;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The limits of a mode that need not be set; what is missing does not hold. */
final class SafeguardsDocument {
    private SafeguardsDocument() {}

    /** Reads the fields at once; the safeguards may be taken when nothing was wrong. */
    static Supplier<Safeguards> read(Fields fields) {
        var netExposure = amount(fields, "maxNetExposure");
        var groupExposure = amount(fields, "maxGroupExposure");
        var concentrationBps = count(fields, "maxConcentrationBps");
        var notionalOf = notionalOf(fields);
        var cancels = count(fields, "maxCancelsPerMinute");
        var collarBps = count(fields, "collarBps");
        var quality = fields.choices("refusedQuality", QualityFlag.class);
        boolean selfTrade = fields.flag("refusesSelfTrade", false);
        var warmUp = warmUp(fields);
        var reserveBps = count(fields, "reserveBps");
        return () -> new Safeguards(
                netExposure,
                groupExposure,
                concentrationBps,
                notionalOf,
                cancels == null ? null : cancels.intValue(),
                collarBps,
                QualityFlag.of(quality.stream().map(QualityFlag::name).toList()),
                selfTrade,
                warmUp,
                reserveBps == null ? 0 : reserveBps);
    }

    static ObjectNode write(Safeguards safeguards) {
        var body = Json.object();
        put(body, "maxNetExposure", safeguards.maxNetExposure());
        put(body, "maxGroupExposure", safeguards.maxGroupExposure());
        put(body, "maxConcentrationBps", safeguards.maxConcentrationBps());
        if (!safeguards.maxNotionalOf().isEmpty()) {
            var notionals = body.putObject("maxNotionalOf");
            safeguards.maxNotionalOf().forEach((instrument, limit) -> put(notionals, instrument.toString(), limit));
        }
        if (safeguards.maxCancelsPerMinute() != null) {
            body.put("maxCancelsPerMinute", safeguards.maxCancelsPerMinute());
        }
        put(body, "collarBps", safeguards.collarBps());
        if (safeguards.refusedQuality() != 0) {
            var flags = body.putArray("refusedQuality");
            QualityFlag.names(safeguards.refusedQuality()).forEach(flags::add);
        }
        if (safeguards.refusesSelfTrade()) {
            body.put("refusesSelfTrade", true);
        }
        if (safeguards.warmUp() != null) {
            body.put("warmUp", safeguards.warmUp().toString());
        }
        if (safeguards.reserveBps() != 0) {
            body.put("reserveBps", safeguards.reserveBps());
        }
        return body;
    }

    private static Money amount(Fields fields, String name) {
        return fields.offers(name) ? fields.money(name) : null;
    }

    private static Long count(Fields fields, String name) {
        return fields.offers(name) ? fields.count(name, 0, Integer.MAX_VALUE) : null;
    }

    private static Duration warmUp(Fields fields) {
        if (!fields.offers("warmUp")) {
            return null;
        }
        var warmUp = fields.duration("warmUp", LimitsDocument.AGE_UNIT);
        if (warmUp != null && warmUp.compareTo(Safeguards.LONGEST_WARM_UP) > 0) {
            var limit = "at most " + Safeguards.LONGEST_WARM_UP;
            fields.refuse("warmUp", "OUT_OF_RANGE", "warmUp must be " + limit, warmUp.toString(), limit);
        }
        return warmUp;
    }

    private static SortedMap<InstrumentId, Money> notionalOf(Fields fields) {
        var limits = new TreeMap<InstrumentId, Money>();
        fields.amounts("maxNotionalOf").forEach((name, limit) -> {
            if (Ids.INSTRUMENT.matcher(name).matches()) {
                limits.put(InstrumentId.of(name), limit);
            } else {
                var path = "maxNotionalOf/" + name;
                fields.refuse(
                        path,
                        "INVALID_TEXT",
                        path + " must be " + Ids.INSTRUMENT_MEANING,
                        name,
                        Ids.INSTRUMENT_MEANING);
            }
        });
        return limits;
    }

    private static void put(ObjectNode body, String name, Money amount) {
        if (amount != null) {
            body.put(name, amount.toString());
        }
    }

    private static void put(ObjectNode body, String name, Long number) {
        if (number != null) {
            body.put(name, number);
        }
    }
}
