package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Instant;

/** {@code {"baseCurrency": "BTC", "quoteCurrency": "USD", "tickSize": "0.01", "lotSize": "0.00000001", …}}. */
final class InstrumentDocument implements Document<Instrument> {
    private static final long MOST_FEE_BPS = 10_000;

    @Override
    public String idField() {
        return "instrument";
    }

    @Override
    public String id(Instrument instrument) {
        return instrument.id().toString();
    }

    @Override
    public long version(Instrument instrument) {
        return instrument.version();
    }

    @Override
    public long effectiveFromNanos(Instrument instrument) {
        return instrument.effectiveFromNanos();
    }

    @Override
    public Draft<Instrument> read(String id, Fields fields, Instant now) {
        var base = fields.text("baseCurrency", Ids.CURRENCY, Ids.CURRENCY_MEANING);
        var quote = fields.text("quoteCurrency", Ids.CURRENCY, Ids.CURRENCY_MEANING);
        var tick = fields.positivePrice("tickSize");
        var lot = fields.positiveQuantity("lotSize");
        var least = fields.positiveQuantity("minQuantity");
        var most = fields.positiveQuantity("maxQuantity");
        long takerFee = fields.count("takerFeeBps", 0, MOST_FEE_BPS);
        long makerFee = fields.count("makerFeeBps", 0, MOST_FEE_BPS);
        long effectiveFrom = fields.time("effectiveFrom", now);
        if (least != null && most != null && least.compareTo(most) > 0) {
            fields.refuse(
                    "maxQuantity",
                    "MAX_BELOW_MIN",
                    "/maxQuantity must be at least minQuantity",
                    most.toString(),
                    ">= " + least);
        }
        fields.done();
        return version -> new Instrument(
                InstrumentId.of(id), version, base, quote, tick, lot, least, most, takerFee, makerFee, effectiveFrom);
    }

    @Override
    public ObjectNode write(Instrument instrument) {
        return Json.object()
                .put("baseCurrency", instrument.baseCurrency())
                .put("quoteCurrency", instrument.quoteCurrency())
                .put("tickSize", instrument.tickSize().toString())
                .put("lotSize", instrument.lotSize().toString())
                .put("minQuantity", instrument.minQuantity().toString())
                .put("maxQuantity", instrument.maxQuantity().toString())
                .put("takerFeeBps", instrument.takerFeeBps())
                .put("makerFeeBps", instrument.makerFeeBps())
                .put("effectiveFrom", EventTime.text(instrument.effectiveFromNanos()));
    }
}
