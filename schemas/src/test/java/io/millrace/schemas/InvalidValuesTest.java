package io.millrace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.millrace.avro.ApprovedOrder;
import io.millrace.avro.Bar;
import io.millrace.avro.ExecutionReport;
import io.millrace.avro.Instrument;
import io.millrace.avro.OrderIntent;
import io.millrace.avro.Policy;
import io.millrace.avro.Quote;
import io.millrace.avro.RegimeModel;
import io.millrace.avro.RiskDecision;
import io.millrace.avro.Strategy;
import io.millrace.avro.Trade;
import io.millrace.schemas.UndecodableException.Code;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What is well-formed Avro and still cannot be: the message names field, expectation and value. */
final class InvalidValuesTest {
    private static final long MINUS_ONE = -100_000_000;

    @Test
    void trades() {
        var trade = new Spoiled<>(Topics.TRADES, Samples.TRADE, Trade.class);
        trade.by(t -> t.setPrice(0), "price must be > 0, was 0");
        trade.by(t -> t.setQuantity(MINUS_ONE), "quantity must be >= 0, was -1");
        trade.by(t -> t.setInstrument("BTC"), "instrument must be SYMBOL.VENUE, was 'BTC'");
    }

    @Test
    void quotes() {
        var quote = new Spoiled<>(Topics.QUOTES, Samples.QUOTE, Quote.class);
        quote.by(q -> q.setBidPrice(0), "bidPrice must be > 0, was 0");
        quote.by(q -> q.setAskPrice(MINUS_ONE), "askPrice must be > 0, was -1");
        quote.by(q -> q.setAskQuantity(MINUS_ONE), "askQuantity must be >= 0, was -1");
    }

    @Test
    void bars() {
        var bar = new Spoiled<>(Topics.BARS, Samples.BAR, Bar.class);
        bar.by(b -> b.setIntervalNanos(-1), "intervalNanos must be >= 0, was -1");
        bar.by(b -> b.setLow(90_000_000_000L), "low must be <= high 805, was 900");
        bar.by(b -> b.setTradeCount(-1), "tradeCount must be >= 0, was -1");
    }

    @Test
    void orders() {
        var submit = new Spoiled<>(Topics.INTENTS, Samples.SUBMIT, OrderIntent.class);
        submit.by(i -> i.setTerms(null), "terms must be present in a SUBMIT, was absent");
        var cancel = new Spoiled<>(Topics.INTENTS, Samples.CANCEL, OrderIntent.class);
        cancel.by(i -> i.setCancelOrderId(null), "cancelOrderId must be present in a CANCEL, was absent");
        var approved = new Spoiled<>(Topics.APPROVED_ORDERS, Samples.APPROVED_ORDER, ApprovedOrder.class);
        approved.by(
                o -> o.getTerms().setLimitPrice(null), "terms.limitPrice must be present in a LIMIT order, was absent");
    }

    @Test
    void whatRiskIsToObjectToIsLeftToRisk() {
        var avro = (OrderIntent) Topics.INTENTS.codec().toAvro(Samples.SUBMIT);
        avro.getTerms().setQuantity(MINUS_ONE);
        assertThat(Topics.INTENTS.codec().fromAvro(avro).terms().quantity()).hasToString("-1");
    }

    @Test
    void decisions() {
        var approved = new Spoiled<>(Topics.DECISIONS, Samples.APPROVED, RiskDecision.class);
        approved.by(d -> d.setOrderId(null), "orderId must be present in an approval, was absent");
    }

    @Test
    void decisionsWithACodeOfALaterVersion() {
        var avro = (RiskDecision) Topics.DECISIONS.codec().toAvro(Samples.REJECTED);
        avro.getChecks().get(0).setCode("MOON_TOO_FULL");
        var failure = catchThrowableOfType(
                UndecodableException.class, () -> Topics.DECISIONS.codec().fromAvro(avro));
        assertThat(failure.code()).isEqualTo(Code.UNKNOWN_SYMBOL);
        assertThat(failure).hasMessageContaining("MOON_TOO_FULL");
    }

    @Test
    void executionReports() {
        var fill = new Spoiled<>(Topics.EXECUTION_REPORTS, Samples.FILL, ExecutionReport.class);
        fill.by(r -> r.setLastPrice(null), "lastPrice must be > 0 in a fill, was null");
        fill.by(r -> r.setLastQuantity(0), "lastQuantity must be > 0 in a fill, was 0");
        fill.by(r -> r.setCumulativeQuantity(60_000_000), "cumulativeQuantity must be <= orderQuantity 0.5, was 0.6");
        fill.by(r -> r.setFee(MINUS_ONE), "fee must be >= 0, was -1");
    }

    @Test
    void control() {
        var instrument = new Spoiled<>(Topics.INSTRUMENTS, Samples.INSTRUMENT, Instrument.class);
        instrument.by(i -> i.setTickSize(0), "tickSize must be > 0, was 0");
        instrument.by(i -> i.setLotSize(0), "lotSize must be > 0, was 0");
        instrument.by(i -> i.setMaxQuantity(1), "maxQuantity must be >= minQuantity 0.001, was 0.00000001");
        var strategy = new Spoiled<>(Topics.STRATEGIES, Samples.STRATEGY, Strategy.class);
        strategy.by(s -> s.setQuantity(MINUS_ONE), "quantity must be > 0, was -1");
        strategy.by(s -> s.setIntervalNanos(-5), "intervalNanos must be > 0, was -5");
        var model = new Spoiled<>(Topics.MODELS, Samples.MODEL, RegimeModel.class);
        model.by(m -> m.setIntervalNanos(0), "intervalNanos must be > 0, was 0");
        model.by(m -> m.getTraining().setBars(0), "training.bars must be > 0, was 0");
        instrument.by(
                i -> i.getFunding().setIntervalNanos(7), "funding.intervalNanos must be a multiple of a minute, was 7");
        var policy = new Spoiled<>(Topics.POLICIES, Samples.POLICY, Policy.class);
        policy.by(p -> p.getNormal().setMaxDailyLoss(MINUS_ONE), "maxDailyLoss must be >= 0, was -1");
    }

    private record Spoiled<V, A extends SpecificRecord>(Topic<V> topic, V sample, Class<A> type) {
        void by(Consumer<A> change, String message) {
            var avro = type.cast(topic.codec().toAvro(sample));
            change.accept(avro);
            var failure = catchThrowableOfType(
                    UndecodableException.class, () -> topic.codec().fromAvro(avro));
            assertThat(failure).hasMessage(message);
            assertThat(failure.code()).isEqualTo(Code.INVALID_VALUE);
        }
    }
}
