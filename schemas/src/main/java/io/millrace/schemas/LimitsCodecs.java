package io.millrace.schemas;

import static io.millrace.schemas.UndecodableException.invalid;

import io.millrace.avro.InstrumentLimit;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.money.Money;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Safeguards;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The limits of a mode to Avro and back. */
final class LimitsCodecs {
    private LimitsCodecs() {}

    static io.millrace.avro.Limits limits(Limits limits) {
        var avro = new io.millrace.avro.Limits();
        avro.setMaxOrderNotional(limits.maxOrderNotional().units());
        avro.setMaxPositionNotional(limits.maxPositionNotional().units());
        avro.setMaxGrossExposure(limits.maxGrossExposure().units());
        avro.setMaxLeverageBps(limits.maxLeverageBps());
        avro.setMaxDailyLoss(limits.maxDailyLoss().units());
        avro.setMaxDrawdownBps(limits.maxDrawdownBps());
        avro.setMaxOrdersPerMinute(limits.maxOrdersPerMinute());
        avro.setMaxPriceAgeMillis(wholeMillis("maxPriceAge", limits.maxPriceAge()));
        var more = limits.safeguards();
        avro.setMaxNetExposure(Fields.unitsOrNull(more.maxNetExposure()));
        avro.setMaxGroupExposure(Fields.unitsOrNull(more.maxGroupExposure()));
        avro.setMaxConcentrationBps(more.maxConcentrationBps());
        avro.setMaxNotionalOf(more.maxNotionalOf().entrySet().stream()
                .map(entry -> new InstrumentLimit(
                        entry.getKey().toString(), entry.getValue().units()))
                .toList());
        avro.setMaxCancelsPerMinute(more.maxCancelsPerMinute());
        avro.setCollarBps(more.collarBps());
        avro.setRefusedQuality(QualityFlag.names(more.refusedQuality()));
        avro.setRefusesSelfTrade(more.refusesSelfTrade());
        avro.setWarmUpMillis(more.warmUp() == null ? null : wholeMillis("warmUp", more.warmUp()));
        avro.setReserveBps(more.reserveBps());
        return avro;
    }

    static Limits limits(io.millrace.avro.Limits avro) {
        return new Limits(
                Fields.amount("maxOrderNotional", avro.getMaxOrderNotional()),
                Fields.amount("maxPositionNotional", avro.getMaxPositionNotional()),
                Fields.amount("maxGrossExposure", avro.getMaxGrossExposure()),
                Fields.notNegative("maxLeverageBps", avro.getMaxLeverageBps()),
                Fields.amount("maxDailyLoss", avro.getMaxDailyLoss()),
                Fields.notNegative("maxDrawdownBps", avro.getMaxDrawdownBps()),
                Math.toIntExact(Fields.notNegative("maxOrdersPerMinute", avro.getMaxOrdersPerMinute())),
                millis("maxPriceAgeMillis", avro.getMaxPriceAgeMillis()),
                safeguards(avro));
    }

    private static Safeguards safeguards(io.millrace.avro.Limits avro) {
        return new Safeguards(
                Fields.amountOrNull("maxNetExposure", avro.getMaxNetExposure()),
                Fields.amountOrNull("maxGroupExposure", avro.getMaxGroupExposure()),
                notNegativeOrNull("maxConcentrationBps", avro.getMaxConcentrationBps()),
                notionalOf(avro.getMaxNotionalOf()),
                avro.getMaxCancelsPerMinute() == null
                        ? null
                        : Math.toIntExact(Fields.notNegative("maxCancelsPerMinute", avro.getMaxCancelsPerMinute())),
                notNegativeOrNull("collarBps", avro.getCollarBps()),
                Fields.quality(avro.getRefusedQuality()),
                avro.getRefusesSelfTrade(),
                avro.getWarmUpMillis() == null ? null : millis("warmUpMillis", avro.getWarmUpMillis()),
                Fields.notNegative("reserveBps", avro.getReserveBps()));
    }

    private static SortedMap<InstrumentId, Money> notionalOf(List<InstrumentLimit> limits) {
        var notionals = new TreeMap<InstrumentId, Money>();
        for (var limit : limits) {
            notionals.put(
                    Fields.instrument(limit.getInstrument()), Fields.amount("maxNotional", limit.getMaxNotional()));
        }
        return notionals;
    }

    private static Long notNegativeOrNull(String field, Long value) {
        return value == null ? null : Fields.notNegative(field, value);
    }

    static Duration millis(String field, long millis) {
        if (millis > Long.MAX_VALUE / 1_000_000) {
            throw invalid(field, "a number of nanoseconds that fits 64 bits", millis);
        }
        return Duration.ofMillis(Fields.notNegative(field, millis));
    }

    static long wholeMillis(String field, Duration duration) {
        long millis = duration.toMillis();
        if (!duration.equals(Duration.ofMillis(millis))) {
            throw new IllegalArgumentException(field + " must be whole milliseconds, was " + duration);
        }
        return millis;
    }
}
