package io.millrace.schemas;

import io.millrace.core.feature.FeatureVector;
import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.market.Bar;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.quality.QualityEvent;
import io.millrace.core.regime.RegimeModel;
import io.millrace.core.regime.RegimeSnapshot;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.strategy.StrategySpec;

/** The codec of every topic's values. */
final class AvroCodecs {
    static final Codec<Trade> TRADE = new RecordCodec<>(
            io.millrace.avro.Trade.getClassSchema(),
            io.millrace.avro.Trade.class,
            MarketCodecs::trade,
            MarketCodecs::trade,
            DirectTrades::new);
    static final Codec<Quote> QUOTE = new RecordCodec<>(
            io.millrace.avro.Quote.getClassSchema(),
            io.millrace.avro.Quote.class,
            MarketCodecs::quote,
            MarketCodecs::quote);
    static final Codec<Bar> BAR = new RecordCodec<>(
            io.millrace.avro.Bar.getClassSchema(), io.millrace.avro.Bar.class, MarketCodecs::bar, MarketCodecs::bar);
    static final Codec<QualityEvent> QUALITY = new RecordCodec<>(
            io.millrace.avro.QualityEvent.getClassSchema(),
            io.millrace.avro.QualityEvent.class,
            MarketCodecs::quality,
            MarketCodecs::quality);
    static final Codec<IndicatorSnapshot> INDICATORS = new RecordCodec<>(
            io.millrace.avro.IndicatorSnapshot.getClassSchema(),
            io.millrace.avro.IndicatorSnapshot.class,
            AnalyticsCodecs::indicators,
            AnalyticsCodecs::indicators);
    static final Codec<FeatureVector> FEATURES = new RecordCodec<>(
            io.millrace.avro.FeatureVector.getClassSchema(),
            io.millrace.avro.FeatureVector.class,
            AnalyticsCodecs::features,
            AnalyticsCodecs::features);
    static final Codec<RegimeSnapshot> REGIMES = new RecordCodec<>(
            io.millrace.avro.RegimeSnapshot.getClassSchema(),
            io.millrace.avro.RegimeSnapshot.class,
            RegimeCodecs::regime,
            RegimeCodecs::regime);
    static final Codec<OrderIntent> INTENT = new RecordCodec<>(
            io.millrace.avro.OrderIntent.getClassSchema(),
            io.millrace.avro.OrderIntent.class,
            OrderCodecs::intent,
            OrderCodecs::intent);
    static final Codec<RiskDecision> DECISION = new RecordCodec<>(
            io.millrace.avro.RiskDecision.getClassSchema(),
            io.millrace.avro.RiskDecision.class,
            RiskCodecs::decision,
            RiskCodecs::decision);
    static final Codec<ApprovedOrder> APPROVED_ORDER = new RecordCodec<>(
            io.millrace.avro.ApprovedOrder.getClassSchema(),
            io.millrace.avro.ApprovedOrder.class,
            OrderCodecs::approvedOrder,
            OrderCodecs::approvedOrder);
    static final Codec<VenueCommand> VENUE_COMMAND = new RecordCodec<>(
            io.millrace.avro.VenueCommand.getClassSchema(),
            io.millrace.avro.VenueCommand.class,
            OrderCodecs::venueCommand,
            OrderCodecs::venueCommand);
    static final Codec<ExecutionReport> EXECUTION_REPORT = new RecordCodec<>(
            io.millrace.avro.ExecutionReport.getClassSchema(),
            io.millrace.avro.ExecutionReport.class,
            ExecutionCodecs::report,
            ExecutionCodecs::report);
    static final Codec<AccountPosition> POSITION = new RecordCodec<>(
            io.millrace.avro.Position.getClassSchema(),
            io.millrace.avro.Position.class,
            PortfolioCodecs::position,
            PortfolioCodecs::position);
    static final Codec<EquityPoint> EQUITY = new RecordCodec<>(
            io.millrace.avro.EquityPoint.getClassSchema(),
            io.millrace.avro.EquityPoint.class,
            PortfolioCodecs::equity,
            PortfolioCodecs::equity);
    static final Codec<Policy> POLICY = new RecordCodec<>(
            io.millrace.avro.Policy.getClassSchema(),
            io.millrace.avro.Policy.class,
            RiskCodecs::policy,
            RiskCodecs::policy);
    static final Codec<StrategySpec> STRATEGY = new RecordCodec<>(
            io.millrace.avro.Strategy.getClassSchema(),
            io.millrace.avro.Strategy.class,
            ControlCodecs::strategy,
            ControlCodecs::strategy);
    static final Codec<RegimeModel> MODEL = new RecordCodec<>(
            io.millrace.avro.RegimeModel.getClassSchema(),
            io.millrace.avro.RegimeModel.class,
            RegimeCodecs::model,
            RegimeCodecs::model);
    static final Codec<Instrument> INSTRUMENT = new RecordCodec<>(
            io.millrace.avro.Instrument.getClassSchema(),
            io.millrace.avro.Instrument.class,
            ControlCodecs::instrument,
            ControlCodecs::instrument);
    static final Codec<Account> ACCOUNT = new RecordCodec<>(
            io.millrace.avro.Account.getClassSchema(),
            io.millrace.avro.Account.class,
            ControlCodecs::account,
            ControlCodecs::account);

    private AvroCodecs() {}
}
