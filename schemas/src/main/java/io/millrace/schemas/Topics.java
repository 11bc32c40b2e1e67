package io.millrace.schemas;

import static io.millrace.schemas.Topic.Cleanup.COMPACT;
import static io.millrace.schemas.Topic.Cleanup.DELETE;
import static io.millrace.schemas.Topic.Spread.BY_ACCOUNT;
import static io.millrace.schemas.Topic.Spread.BY_INSTRUMENT;
import static io.millrace.schemas.Topic.Spread.SINGLE;

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
import java.time.Duration;
import java.util.List;

/** The catalogue: the only place that names topics. */
public final class Topics {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEARS = Duration.ofDays(3650);

    public static final Topic<Trade> TRADES = new Topic<>(
            "market.trades.v1",
            AvroCodecs.TRADE,
            t -> t.instrument().toString(),
            "instrument",
            BY_INSTRUMENT,
            DELETE,
            MONTH,
            "marketdata",
            "Trades as the venues reported them, in the source's order.");
    public static final Topic<Quote> QUOTES = new Topic<>(
            "market.quotes.v1",
            AvroCodecs.QUOTE,
            q -> q.instrument().toString(),
            "instrument",
            BY_INSTRUMENT,
            DELETE,
            MONTH,
            "marketdata",
            "Best bid and ask as the venues reported them.");
    public static final Topic<Bar> BARS = new Topic<>(
            "market.bars.v1",
            AvroCodecs.BAR,
            b -> b.instrument().toString(),
            "instrument",
            BY_INSTRUMENT,
            DELETE,
            YEARS,
            "bars-indicators",
            "Closed bars of every configured interval, said again with a higher revision when corrected.");
    public static final Topic<QualityEvent> QUALITY = new Topic<>(
            "market.quality.v1",
            AvroCodecs.QUALITY,
            q -> q.instrument().toString(),
            "instrument",
            BY_INSTRUMENT,
            DELETE,
            MONTH,
            "bars-indicators",
            "What was doubtful about trades and quotes: at most one record per flag and smallest bar.");
    public static final Topic<IndicatorSnapshot> INDICATORS = new Topic<>(
            "analytics.indicators.v1",
            AvroCodecs.INDICATORS,
            i -> i.instrument().toString(),
            "instrument",
            BY_INSTRUMENT,
            DELETE,
            MONTH,
            "bars-indicators",
            "Values of the ready indicators after each bar.");
    public static final Topic<FeatureVector> FEATURES = new Topic<>(
            "analytics.features.v1",
            AvroCodecs.FEATURES,
            v -> v.instrument().toString(),
            "instrument",
            BY_INSTRUMENT,
            DELETE,
            MONTH,
            "features",
            "What a model sees after each bar.");
    public static final Topic<RegimeSnapshot> REGIMES = new Topic<>(
            "analytics.regimes.v1",
            AvroCodecs.REGIMES,
            r -> r.instrument().toString(),
            "instrument",
            BY_INSTRUMENT,
            DELETE,
            MONTH,
            "features",
            "The regime after each bar, by every model in force, with probabilities.");
    public static final Topic<OrderIntent> INTENTS = new Topic<>(
            "trading.intents.v1",
            AvroCodecs.INTENT,
            OrderIntent::accountId,
            "account",
            BY_ACCOUNT,
            DELETE,
            YEARS,
            "signals, outbox",
            "Orders and cancels that strategies and people want.");
    public static final Topic<RiskDecision> DECISIONS = new Topic<>(
            "trading.decisions.v1",
            AvroCodecs.DECISION,
            d -> d.intent().accountId(),
            "account",
            BY_ACCOUNT,
            DELETE,
            YEARS,
            "risk",
            "The decision on every intent, with every check: the audit log.");
    public static final Topic<ApprovedOrder> APPROVED_ORDERS = new Topic<>(
            "orders.approved.v1",
            AvroCodecs.APPROVED_ORDER,
            ApprovedOrder::accountId,
            "account",
            BY_ACCOUNT,
            DELETE,
            YEARS,
            "risk",
            "Orders and cancels that risk let through.");
    public static final Topic<VenueCommand> VENUE_COMMANDS = new Topic<>(
            "venue.commands.v1",
            AvroCodecs.VENUE_COMMAND,
            c -> c.instrument().toString(),
            "instrument",
            BY_INSTRUMENT,
            DELETE,
            MONTH,
            "routing",
            "What the venues are told.");
    public static final Topic<ExecutionReport> EXECUTION_REPORTS = new Topic<>(
            "execution.reports.v1",
            AvroCodecs.EXECUTION_REPORT,
            ExecutionReport::accountId,
            "account",
            BY_ACCOUNT,
            DELETE,
            YEARS,
            "papervenue",
            "What the venues answered.");
    public static final Topic<AccountPosition> POSITIONS = new Topic<>(
            "portfolio.positions.v1",
            AvroCodecs.POSITION,
            AccountPosition::key,
            "account|instrument, in a hedging account account|instrument|side",
            BY_ACCOUNT,
            COMPACT,
            Duration.ZERO,
            "portfolio",
            "The latest position of an account in an instrument.");
    public static final Topic<EquityPoint> EQUITY = new Topic<>(
            "portfolio.equity.v1",
            AvroCodecs.EQUITY,
            EquityPoint::accountId,
            "account",
            BY_ACCOUNT,
            DELETE,
            YEARS,
            "portfolio",
            "An account's worth after every fill and mark.");
    public static final Topic<Policy> POLICIES = new Topic<>(
            "control.policies.v1",
            AvroCodecs.POLICY,
            p -> versioned(p.policyId(), p.version()),
            "policy@version",
            SINGLE,
            COMPACT,
            Duration.ZERO,
            "outbox",
            "Every version of every risk policy.");
    public static final Topic<StrategySpec> STRATEGIES = new Topic<>(
            "control.strategies.v1",
            AvroCodecs.STRATEGY,
            s -> versioned(s.strategyId(), s.version()),
            "strategy@version",
            SINGLE,
            COMPACT,
            Duration.ZERO,
            "outbox",
            "Every version of every configured strategy.");
    public static final Topic<Instrument> INSTRUMENTS = new Topic<>(
            "control.instruments.v1",
            AvroCodecs.INSTRUMENT,
            i -> versioned(i.id().toString(), i.version()),
            "instrument@version",
            SINGLE,
            COMPACT,
            Duration.ZERO,
            "outbox",
            "Every version of every instrument's trading rules.");
    public static final Topic<Account> ACCOUNTS = new Topic<>(
            "control.accounts.v1",
            AvroCodecs.ACCOUNT,
            a -> versioned(a.accountId(), a.version()),
            "account@version",
            SINGLE,
            COMPACT,
            Duration.ZERO,
            "outbox",
            "Every version of every account.");

    public static final Topic<RegimeModel> MODELS = new Topic<>(
            "control.models.v1",
            AvroCodecs.MODEL,
            m -> versioned(m.modelId(), m.version()),
            "model@version",
            SINGLE,
            COMPACT,
            Duration.ZERO,
            "outbox",
            "Every version of every model of regimes.");

    private static final List<Topic<?>> ALL = List.of(
            TRADES,
            QUOTES,
            BARS,
            QUALITY,
            INDICATORS,
            FEATURES,
            REGIMES,
            INTENTS,
            DECISIONS,
            APPROVED_ORDERS,
            VENUE_COMMANDS,
            EXECUTION_REPORTS,
            POSITIONS,
            EQUITY,
            POLICIES,
            STRATEGIES,
            INSTRUMENTS,
            ACCOUNTS,
            MODELS);

    private Topics() {}

    public static List<Topic<?>> all() {
        return ALL;
    }

    /** All versions stay in a compacted topic, so that a replay finds the one that was in force. */
    private static String versioned(String id, long version) {
        return "%s@%010d".formatted(id, version);
    }
}
