package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.market.FeeSchedule;
import io.millrace.core.market.Funding;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.calendar.TradingCalendar;
import io.millrace.core.money.Money;
import io.millrace.gateway.json.EventTime;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** {@code {"baseCurrency": "BTC", "quoteCurrency": "USD", "tickSize": "0.01", "lotSize": "0.00000001", …}}. */
final class InstrumentDocument implements Document<Instrument> {
    private static final long MOST_FEE_BPS = 10_000;
    private static final long MOST_MARGIN_BPS = 1_000_000;
    private static final String MISSING = "MISSING_FIELD";
    private static final int MOST_TIERS = 32;
    private static final Duration FUNDING_UNIT = Duration.ofNanos(Funding.GRID_NANOS);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{0,64}");
    private static final Pattern CALENDAR = Pattern.compile(".{0,64}");
    private static final String CALENDAR_MEANING = "at most 64 characters";
    private static final String NAME_MEANING = "at most 64 letters, digits, '.', '_', '/' or '-'";

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
        var minNotional = fields.money("minNotional", null);
        var maxNotional = fields.money("maxNotional", null);
        long initialMargin = fields.count("initialMarginBps", 0, MOST_MARGIN_BPS, 0);
        long maintenanceMargin = fields.count("maintenanceMarginBps", 0, MOST_MARGIN_BPS, 0);
        var group = fields.text("group", NAME, NAME_MEANING, "");
        var calendar = calendar(fields);
        boolean halted = fields.flag("halted", false);
        var fees = fields.optionalObject("fees", MISSING).map(InstrumentDocument::fees);
        var funding = fields.optionalObject("funding", MISSING).map(InstrumentDocument::funding);
        if (minNotional != null && maxNotional != null && minNotional.compareTo(maxNotional) > 0) {
            fields.refuse(
                    "maxNotional",
                    "MAX_BELOW_MIN",
                    "/maxNotional must be at least minNotional",
                    maxNotional.toString(),
                    ">= " + minNotional);
        }
        if (initialMargin < maintenanceMargin) {
            fields.refuse(
                    "initialMarginBps",
                    "INITIAL_BELOW_MAINTENANCE",
                    "/initialMarginBps must be at least maintenanceMarginBps",
                    Long.toString(initialMargin),
                    ">= " + maintenanceMargin);
        }
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
                InstrumentId.of(id),
                version,
                base,
                quote,
                tick,
                lot,
                least,
                most,
                takerFee,
                makerFee,
                effectiveFrom,
                minNotional,
                maxNotional,
                initialMargin,
                maintenanceMargin,
                group,
                calendar,
                halted,
                fees.map(Supplier::get).orElse(null),
                funding.map(Supplier::get).orElse(null));
    }

    private static String calendar(Fields fields) {
        var calendar = fields.text("calendar", CALENDAR, CALENDAR_MEANING, "");
        try {
            if (!calendar.isEmpty()) {
                TradingCalendar.named(calendar);
            }
        } catch (IllegalArgumentException e) {
            fields.refuse("calendar", "UNKNOWN_CALENDAR", e.getMessage(), calendar, "a calendar there is");
        }
        return calendar;
    }

    private static Supplier<FeeSchedule> fees(Fields fields) {
        var perUnit = fields.money("perUnit", Money.ZERO);
        var minimum = fields.money("minimum", Money.ZERO);
        var tiers = fields.objects("tiers", MOST_TIERS).stream()
                .map(InstrumentDocument::tier)
                .toList();
        return () -> new FeeSchedule(
                perUnit, minimum, tiers.stream().map(Supplier::get).toList());
    }

    private static Supplier<FeeSchedule.Tier> tier(Fields fields) {
        var from = fields.money("fromNotional");
        long taker = fields.count("takerFeeBps", 0, MOST_FEE_BPS);
        long maker = fields.count("makerFeeBps", 0, MOST_FEE_BPS);
        return () -> new FeeSchedule.Tier(from, taker, maker);
    }

    private static Supplier<Funding> funding(Fields fields) {
        var rate = fields.anyMoney("rate");
        var interval = fields.duration("interval", FUNDING_UNIT);
        return () -> new Funding(rate.units(), interval.toNanos());
    }

    @Override
    public ObjectNode write(Instrument instrument) {
        var body = Json.object()
                .put("baseCurrency", instrument.baseCurrency())
                .put("quoteCurrency", instrument.quoteCurrency())
                .put("tickSize", instrument.tickSize().toString())
                .put("lotSize", instrument.lotSize().toString())
                .put("minQuantity", instrument.minQuantity().toString())
                .put("maxQuantity", instrument.maxQuantity().toString())
                .put("takerFeeBps", instrument.takerFeeBps())
                .put("makerFeeBps", instrument.makerFeeBps())
                .put("minNotional", text(instrument.minNotional()))
                .put("maxNotional", text(instrument.maxNotional()))
                .put("initialMarginBps", instrument.initialMarginBps())
                .put("maintenanceMarginBps", instrument.maintenanceMarginBps())
                .put("group", instrument.group())
                .put("calendar", instrument.calendar())
                .put("halted", instrument.halted());
        body.set("fees", instrument.fees() == null ? null : write(instrument.fees()));
        body.set("funding", instrument.funding() == null ? null : write(instrument.funding()));
        return body.put("effectiveFrom", EventTime.text(instrument.effectiveFromNanos()));
    }

    private static String text(Money amount) {
        return amount == null ? null : amount.toString();
    }

    private static ObjectNode write(Funding funding) {
        return Json.object()
                .put("rate", new Money(funding.rateUnits()).toString())
                .put("interval", Duration.ofNanos(funding.intervalNanos()).toString());
    }

    private static ObjectNode write(FeeSchedule fees) {
        var body = Json.object()
                .put("perUnit", fees.perUnit().toString())
                .put("minimum", fees.minimum().toString());
        var tiers = body.putArray("tiers");
        fees.tiers().forEach(tier -> tiers.addObject()
                .put("fromNotional", tier.fromNotional().toString())
                .put("takerFeeBps", tier.takerFeeBps())
                .put("makerFeeBps", tier.makerFeeBps()));
        return body;
    }
}
