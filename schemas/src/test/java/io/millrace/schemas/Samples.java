package io.millrace.schemas;

import io.millrace.core.feature.FeatureVector;
import io.millrace.core.indicator.IndicatorSnapshot;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.FeeSchedule;
import io.millrace.core.market.Funding;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Liquidity;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.CurrencyBalance;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.portfolio.Lot;
import io.millrace.core.portfolio.Lots;
import io.millrace.core.portfolio.Position;
import io.millrace.core.portfolio.PositionSide;
import io.millrace.core.quality.QualityEvent;
import io.millrace.core.regime.RegimeModel;
import io.millrace.core.regime.RegimeSnapshot;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.Protection;
import io.millrace.core.risk.RiskCode;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.Safeguards;
import io.millrace.core.risk.TradingMode;
import io.millrace.core.sizing.Sizing;
import io.millrace.core.sizing.SizingKind;
import io.millrace.core.strategy.StrategySpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values of every topic, no two fields of one value alike. */
final class Samples {
    static final InstrumentId BITCOIN = new InstrumentId("BTC-USD", "BITSTAMP");
    static final long TIME = 1_385_337_600_123_456_789L;

    static final Trade TRADE =
            new Trade(BITCOIN, TIME, 42, Price.of("801.00000001"), Quantity.of("0.12345678"), AggressorSide.SELLER);
    static final Quote QUOTE =
            new Quote(BITCOIN, TIME, 43, Price.of("800"), Quantity.of("1.5"), Price.of("800.01"), Quantity.of("2.5"));
    static final Bar BAR = new Bar(
            BITCOIN,
            TIME,
            60_000_000_000L,
            Price.of("800"),
            Price.of("805"),
            Price.of("799"),
            Price.of("804"),
            Quantity.of("12.5"),
            Money.of("10025.5"),
            Quantity.of("7.25"),
            17,
            TIME + 59_000_000_000L);
    static final IndicatorSnapshot INDICATORS = new IndicatorSnapshot(
            BITCOIN,
            60_000_000_000L,
            TIME,
            TIME + 61_000_000_000L,
            "time",
            0,
            2,
            QualityFlag.OUTLIER.bit(),
            new TreeMap<>(Map.of("rsi(14)", 71.2, "obv", -0.0)));
    static final FeatureVector FEATURES = new FeatureVector(
            BITCOIN,
            "basic",
            1,
            0,
            TIME,
            TIME + 61_000_000_000L,
            "tick(100)",
            7,
            0,
            0,
            new TreeMap<>(Map.of("return", 1e-17)));
    static final OrderTerms MARKET = OrderTerms.market(Side.BUY, Quantity.of("0.5"));
    static final OrderTerms LIMIT =
            OrderTerms.limit(Side.SELL, Quantity.of("0.25"), Price.of("810.5")).reducing();
    static final OrderIntent SUBMIT = new OrderIntent(
            "intent-1",
            Action.SUBMIT,
            "rsi",
            3,
            "alice",
            BITCOIN,
            7,
            TIME,
            Ordering.EVENT_TIME,
            MARKET,
            null,
            "RSI 29.1 crossed above 30");
    static final OrderIntent CANCEL = new OrderIntent(
            "intent-2",
            Action.CANCEL,
            OrderIntent.MANUAL,
            0,
            "alice",
            BITCOIN,
            8,
            TIME,
            Ordering.ARRIVAL,
            null,
            "order-1",
            "");
    static final RiskDecision REJECTED = new RiskDecision(
            SUBMIT,
            false,
            null,
            List.of(
                    new CheckResult(RiskCode.ORDER_NOTIONAL_TOO_LARGE, false, "10250", "10000", "USD"),
                    new CheckResult(RiskCode.PRICE_STALE, true, "12", "5000", "ms")),
            "standard",
            4,
            TradingMode.DEFENSIVE,
            Price.of("820"),
            TIME - 12_000_000,
            TIME,
            true);
    static final RiskDecision WITHOUT_POLICY =
            new RiskDecision(CANCEL, false, null, List.of(), "", 0, null, null, 0, TIME, false);
    static final RiskDecision APPROVED = new RiskDecision(
            SUBMIT,
            true,
            "order-1",
            List.of(),
            "standard",
            4,
            TradingMode.NORMAL,
            Price.of("820"),
            TIME - 1,
            TIME,
            false);
    private static final OrderTerms TRAILING = OrderTerms.trailingStop(
                    Side.SELL, Quantity.of("0.5"), Trailing.by(Price.of("2")).withLimit(Price.of("0.5")))
            .lasting(TimeInForce.GTD, TIME + 1)
            .postingOnly()
            .showing(Quantity.of("0.1"));
    private static final OrderTerms SPLIT = OrderTerms.stopLimit(
                    Side.BUY, Quantity.of("0.5"), Price.of("810"), Price.of("812"))
            .splitBy(Algorithm.vwap(60_000_000_000L, List.of(1L, 3L, 2L)));
    static final OrderIntent BRACKET = new OrderIntent(
            "intent-4",
            Action.SUBMIT,
            "manual",
            0,
            "alice",
            BITCOIN,
            1,
            TIME,
            Ordering.ARRIVAL,
            SPLIT,
            null,
            "",
            List.of(TRAILING, MARKET),
            Contingency.BRACKET,
            null,
            "order-9");
    static final OrderIntent SIZED = SUBMIT.sizedBy(new Sizing(
            SizingKind.ATR_RISK, new TreeMap<>(Map.of("fraction", 0.01)), new TreeMap<>(Map.of("atr", 12.5))));
    static final OrderIntent HALT = new OrderIntent(
            "intent-5", Action.HALT, "manual", 0, "alice", null, 2, TIME, Ordering.ARRIVAL, null, null, "enough");
    static final ApprovedOrder APPROVED_ORDER = new ApprovedOrder(
            "order-1",
            "intent-1",
            Action.SUBMIT,
            "alice",
            "rsi",
            BITCOIN,
            LIMIT,
            Ordering.EVENT_TIME,
            TIME,
            new OrderLink("intent-1", "order-0", OrderLink.Rule.REDUCES));
    static final ApprovedOrder APPROVED_CANCEL = new ApprovedOrder(
            "order-1", "intent-2", Action.CANCEL, "alice", "manual", BITCOIN, null, Ordering.ARRIVAL, TIME);
    static final VenueCommand VENUE_COMMAND = new VenueCommand(
            "order-1",
            "intent-1",
            Action.SUBMIT,
            "BITSTAMP",
            "alice",
            "rsi",
            BITCOIN,
            SPLIT,
            Ordering.ARRIVAL,
            TIME,
            new OrderLink("intent-1", null, OrderLink.Rule.CANCELS));
    static final ExecutionReport FILL = new ExecutionReport(
            "order-1",
            "intent-1",
            2,
            ExecutionType.FILLED,
            "alice",
            "rsi",
            BITCOIN,
            Side.BUY,
            Quantity.of("0.5"),
            Quantity.of("0.4"),
            Price.of("801.5"),
            Quantity.of("0.45"),
            Money.of("0.801"),
            99,
            TIME,
            "",
            Liquidity.MAKER,
            Price.of("801"),
            Price.of("799"),
            "USD");
    static final ExecutionReport REFUSAL = new ExecutionReport(
            "order-9",
            "intent-9",
            1,
            ExecutionType.REJECTED,
            "alice",
            "manual",
            BITCOIN,
            Side.SELL,
            Quantity.of("0.5"),
            Quantity.ZERO,
            null,
            Quantity.ZERO,
            Money.ZERO,
            0,
            TIME,
            "UNKNOWN_ORDER order-9");
    static final AccountPosition POSITION = new AccountPosition(
            "alice",
            new Position(
                    BITCOIN,
                    PositionSide.SHORT,
                    "EUR",
                    Quantity.of("-0.5"),
                    Money.of("-400.75"),
                    Money.of("-1.25"),
                    Money.of("0.801"),
                    Money.of("0.4"),
                    Lots.of(List.of(new Lot(TIME, Quantity.of("-0.5"), Money.of("-400.75"))))),
            TIME);
    static final EquityPoint EQUITY = new EquityPoint(
            "alice",
            TIME,
            Money.of("10000"),
            Money.of("10399.949"),
            Money.of("-1.25"),
            Money.of("2.5"),
            Money.of("0.801"),
            Money.of("10000.449"),
            "USD",
            Money.of("-3"),
            Money.of("10100"),
            Money.of("200"),
            Money.of("100"),
            Money.of("9800.449"),
            List.of(new CurrencyBalance(
                    "EUR",
                    Money.of("1"),
                    Money.of("2"),
                    Money.of("3"),
                    Money.of("4"),
                    Money.of("5"),
                    Money.of("6"),
                    Money.of("7"),
                    Price.of("1.1"))));
    static final Policy POLICY = new Policy(
            "standard",
            4,
            TradingMode.REDUCING,
            limits(3),
            limits(2),
            limits(1),
            TIME,
            List.of(
                    Protection.cooldown(Protection.Scope.INSTRUMENT, TradingMode.HALTED, Duration.ofMinutes(5)),
                    Protection.stopLossGuard(
                            Protection.Scope.ACCOUNT,
                            TradingMode.REDUCING,
                            Duration.ofHours(1),
                            3,
                            Duration.ofHours(4)),
                    Protection.maxDrawdown(TradingMode.HALTED, Duration.ofHours(12), 1_500),
                    Protection.lowProfit(
                            Protection.Scope.INSTRUMENT,
                            TradingMode.HALTED,
                            Duration.ofHours(2),
                            4,
                            Duration.ofDays(1),
                            Money.of("-12.5"))));
    static final StrategySpec STRATEGY = new StrategySpec(
            "rsi",
            3,
            "alice",
            BITCOIN,
            "rsi-reversal",
            60_000_000_000L,
            Quantity.of("0.5"),
            new TreeMap<>(Map.of("period", 14.0, "low", 30.0)),
            true,
            TIME,
            QualityFlag.GAP.bit() | QualityFlag.OUTLIER.bit(),
            Money.of("2500"),
            Sizing.of(SizingKind.ATR_RISK, Map.of("fraction", 0.01)));
    static final Instrument INSTRUMENT = new Instrument(
            BITCOIN,
            2,
            "BTC",
            "USD",
            Price.of("0.01"),
            Quantity.of("0.00000001"),
            Quantity.of("0.001"),
            Quantity.of("100"),
            50,
            20,
            TIME,
            Money.of("10"),
            Money.of("50000"),
            5_000,
            2_500,
            "crypto",
            "24/7",
            true,
            new FeeSchedule(
                    Money.of("0.005"), Money.of("1"), List.of(new FeeSchedule.Tier(Money.of("100000"), 20, 10))),
            new Funding(-10_000, 8 * 3_600_000_000_000L));
    static final Account ACCOUNT = new Account(
            "alice",
            1,
            "USD",
            Money.of("10000"),
            "standard",
            TIME,
            Account.Type.CASH,
            Account.Positions.HEDGING,
            Account.Costs.FIFO,
            new TreeMap<>(Map.of("EUR", InstrumentId.of("EUR-USD.BITSTAMP"))),
            "DEFENSIVE",
            new TreeMap<>(Map.of("EUR", Money.of("-12.5"))));

    static final RegimeSnapshot REGIME = new RegimeSnapshot(
            BITCOIN,
            "btc-5m",
            7,
            60_000_000_000L,
            TIME,
            TIME + 61_000_000_000L,
            Bar.TIME,
            0,
            2,
            QualityFlag.LATE.bit(),
            "calm",
            new TreeMap<>(Map.of("calm", 0.75, "turbulent", 0.25)));
    static final RegimeModel MODEL = new RegimeModel(
            "btc-5m",
            7,
            BITCOIN,
            "volatility-trend",
            300_000_000_000L,
            new TreeMap<>(Map.of("fast", 10.0)),
            new RegimeModel.Training(TIME - 9, TIME - 1, 1_899, -12.5),
            true,
            TIME);
    static final RegimeModel UNTRAINED = new RegimeModel(
            "btc-5m", 8, BITCOIN, "volatility-trend", 300_000_000_000L, new TreeMap<>(), null, false, TIME + 1);

    static final QualityEvent QUALITY = new QualityEvent(BITCOIN, TIME, QualityFlag.OUTLIER, 77, 2, 12.5, 10);

    private Samples() {}

    /** One or more values of each topic. */
    static Map<Topic<?>, List<?>> byTopic() {
        Map<Topic<?>, List<?>> samples = new LinkedHashMap<>();
        samples.put(Topics.TRADES, List.of(TRADE));
        samples.put(Topics.QUOTES, List.of(QUOTE));
        samples.put(Topics.BARS, List.of(BAR));
        samples.put(Topics.QUALITY, List.of(QUALITY));
        samples.put(Topics.INDICATORS, List.of(INDICATORS));
        samples.put(Topics.FEATURES, List.of(FEATURES));
        samples.put(Topics.REGIMES, List.of(REGIME));
        samples.put(Topics.INTENTS, List.of(SUBMIT, CANCEL, BRACKET, HALT, SIZED));
        samples.put(Topics.DECISIONS, List.of(REJECTED, WITHOUT_POLICY, APPROVED));
        samples.put(Topics.APPROVED_ORDERS, List.of(APPROVED_ORDER, APPROVED_CANCEL));
        samples.put(Topics.VENUE_COMMANDS, List.of(VENUE_COMMAND));
        samples.put(Topics.EXECUTION_REPORTS, List.of(FILL, REFUSAL));
        samples.put(Topics.POSITIONS, List.of(POSITION));
        samples.put(Topics.EQUITY, List.of(EQUITY));
        samples.put(Topics.POLICIES, List.of(POLICY));
        samples.put(Topics.STRATEGIES, List.of(STRATEGY));
        samples.put(Topics.INSTRUMENTS, List.of(INSTRUMENT));
        samples.put(Topics.ACCOUNTS, List.of(ACCOUNT));
        samples.put(Topics.MODELS, List.of(MODEL, UNTRAINED));
        return samples;
    }

    private static Limits limits(long factor) {
        return new Limits(
                new Money(factor * 100_000_000_001L),
                new Money(factor * 200_000_000_003L),
                new Money(factor * 300_000_000_007L),
                factor * 10_000,
                new Money(factor * 1_000_000_009L),
                factor * 500,
                (int) factor * 6,
                Duration.ofMillis(factor * 1_500),
                factor == 1 ? Safeguards.NONE : safeguards(factor));
    }

    private static Safeguards safeguards(long factor) {
        return new Safeguards(
                new Money(factor * 400_000_000_003L),
                new Money(factor * 500_000_000_009L),
                factor * 2_500,
                new TreeMap<>(Map.of(BITCOIN, new Money(factor * 600_000_000_011L))),
                (int) factor * 30,
                factor * 200,
                QualityFlag.GAP.bit() | QualityFlag.OUTLIER.bit(),
                true,
                Duration.ofMinutes(factor),
                factor * 50);
    }
}
