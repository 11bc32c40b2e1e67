package io.millrace.schemas;

import static io.millrace.schemas.UndecodableException.invalid;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.money.Money;
import io.millrace.core.quality.QualityEvent;

/** Trades, quotes, bars and what is doubtful about them to Avro and back. */
final class MarketCodecs {
    private static final Symbols<AggressorSide, io.millrace.avro.AggressorSide> AGGRESSOR =
            Symbols.between(AggressorSide.class, io.millrace.avro.AggressorSide.class);

    private static final Symbols<TradeAction, io.millrace.avro.TradeAction> ACTION =
            Symbols.between(TradeAction.class, io.millrace.avro.TradeAction.class);

    private MarketCodecs() {}

    static io.millrace.avro.Trade trade(Trade trade) {
        var avro = new io.millrace.avro.Trade();
        avro.setInstrument(trade.instrument().toString());
        avro.setEventTimeNanos(trade.eventTimeNanos());
        avro.setSequence(trade.sequence());
        avro.setPrice(trade.price().units());
        avro.setQuantity(trade.quantity().units());
        avro.setAggressor(AGGRESSOR.toAvro(trade.aggressor()));
        avro.setAction(ACTION.toAvro(trade.action()));
        avro.setRefersTo(trade.refersTo());
        return avro;
    }

    /** What takes a trade back needs no price. */
    static Trade trade(io.millrace.avro.Trade avro) {
        var action = ACTION.toCore(avro.getAction());
        return new Trade(
                Fields.instrument(avro.getInstrument()),
                avro.getEventTimeNanos(),
                avro.getSequence(),
                action == TradeAction.BUST
                        ? Fields.price("price", avro.getPrice())
                        : Fields.positivePrice("price", avro.getPrice()),
                Fields.quantity("quantity", avro.getQuantity()),
                AGGRESSOR.toCore(avro.getAggressor()),
                action,
                avro.getRefersTo());
    }

    static io.millrace.avro.Quote quote(Quote quote) {
        var avro = new io.millrace.avro.Quote();
        avro.setInstrument(quote.instrument().toString());
        avro.setEventTimeNanos(quote.eventTimeNanos());
        avro.setSequence(quote.sequence());
        avro.setBidPrice(quote.bidPrice().units());
        avro.setBidQuantity(quote.bidQuantity().units());
        avro.setAskPrice(quote.askPrice().units());
        avro.setAskQuantity(quote.askQuantity().units());
        return avro;
    }

    static Quote quote(io.millrace.avro.Quote avro) {
        return new Quote(
                Fields.instrument(avro.getInstrument()),
                avro.getEventTimeNanos(),
                avro.getSequence(),
                Fields.positivePrice("bidPrice", avro.getBidPrice()),
                Fields.quantity("bidQuantity", avro.getBidQuantity()),
                Fields.positivePrice("askPrice", avro.getAskPrice()),
                Fields.quantity("askQuantity", avro.getAskQuantity()));
    }

    static io.millrace.avro.Bar bar(Bar bar) {
        var avro = new io.millrace.avro.Bar();
        avro.setInstrument(bar.instrument().toString());
        avro.setOpenTimeNanos(bar.openTimeNanos());
        avro.setIntervalNanos(bar.intervalNanos());
        avro.setOpen(bar.open().units());
        avro.setHigh(bar.high().units());
        avro.setLow(bar.low().units());
        avro.setClose(bar.close().units());
        avro.setVolume(bar.volume().units());
        avro.setNotional(bar.notional().units());
        avro.setBuyVolume(bar.buyVolume().units());
        avro.setTradeCount(bar.tradeCount());
        avro.setLastTradeNanos(bar.lastTradeNanos());
        avro.setType(bar.type());
        avro.setOrdinal(bar.ordinal());
        avro.setRevision(bar.revision());
        avro.setQuality(QualityFlag.names(bar.quality()));
        return avro;
    }

    static Bar bar(io.millrace.avro.Bar avro) {
        var bar = new Bar(
                Fields.instrument(avro.getInstrument()),
                avro.getOpenTimeNanos(),
                Fields.notNegative("intervalNanos", avro.getIntervalNanos()),
                Fields.positivePrice("open", avro.getOpen()),
                Fields.positivePrice("high", avro.getHigh()),
                Fields.positivePrice("low", avro.getLow()),
                Fields.positivePrice("close", avro.getClose()),
                Fields.quantity("volume", avro.getVolume()),
                new Money(avro.getNotional()),
                Fields.quantity("buyVolume", avro.getBuyVolume()),
                Fields.notNegative("tradeCount", avro.getTradeCount()),
                avro.getLastTradeNanos(),
                avro.getType(),
                Fields.notNegative("ordinal", avro.getOrdinal()),
                (int) Fields.notNegative("revision", avro.getRevision()),
                Fields.quality(avro.getQuality()));
        if (bar.low().compareTo(bar.high()) > 0) {
            throw invalid("low", "<= high " + bar.high(), bar.low());
        }
        return bar;
    }

    static io.millrace.avro.QualityEvent quality(QualityEvent event) {
        var avro = new io.millrace.avro.QualityEvent();
        avro.setInstrument(event.instrument().toString());
        avro.setEventTimeNanos(event.eventTimeNanos());
        avro.setFlag(event.flag().name());
        avro.setSequence(event.sequence());
        avro.setCount(event.count());
        avro.setActual(event.actual());
        avro.setLimit(event.limit());
        avro.setMessage(event.message());
        return avro;
    }

    static QualityEvent quality(io.millrace.avro.QualityEvent avro) {
        return new QualityEvent(
                Fields.instrument(avro.getInstrument()),
                avro.getEventTimeNanos(),
                Fields.qualityFlag("flag", avro.getFlag()),
                avro.getSequence(),
                Fields.positive("count", avro.getCount()),
                avro.getActual(),
                avro.getLimit());
    }
}
