package io.millrace.verification.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.Limits;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.RiskCode;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.LogEntry.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each promise, broken once in a history that is good otherwise, is caught by the checker of that promise. */
class PlantedFaultsTest {
    private static final History GOOD = SmallHistory.good();

    private static void assertCaught(History faulty, Class<? extends Checker> by, String what) {
        var caught = Checkers.all(faulty).stream()
                .filter(violation -> violation.checker().equals(by.getSimpleName()))
                .toList();
        assertThat(caught).as(by.getSimpleName()).isNotEmpty();
        assertThat(caught)
                .anySatisfy(violation -> assertThat(violation.what()).contains(what))
                .allSatisfy(violation -> assertThat(violation.records()).isNotEmpty());
    }

    /** The first value that is like that. */
    private static <V> Logged<V> first(Topic<V> topic, Predicate<V> like) {
        return GOOD.of(topic).stream()
                .filter(logged -> like.test(logged.value()))
                .findFirst()
                .orElseThrow();
    }

    private static <V> History lost(Topic<V> topic, Logged<V> record) {
        return GOOD.with(topic, records -> {
            assertThat(records.remove(record)).isTrue();
            return records;
        });
    }

    /** The record again, at the end of its topic. */
    private static <V> History doubled(Topic<V> topic, Logged<V> record) {
        return added(topic, record);
    }

    private static <V> History added(Topic<V> topic, Logged<V> record) {
        return GOOD.with(topic, records -> {
            records.add(record.at(9_000_000));
            return records;
        });
    }

    private static <V> History changed(Topic<V> topic, Logged<V> record, UnaryOperator<V> change) {
        return changed(GOOD, topic, record, change);
    }

    private static <V> History changed(History history, Topic<V> topic, Logged<V> record, UnaryOperator<V> change) {
        return history.with(topic, records -> {
            int at = records.indexOf(record);
            records.set(at, record.with(change.apply(record.value())));
            return records;
        });
    }

    private static <V> Logged<V> middle(Topic<V> topic) {
        var records = GOOD.of(topic);
        return records.get(records.size() / 2);
    }

    @Test
    void theHistoryIsGood() {
        assertThat(Checkers.report(Checkers.all(GOOD), 3)).isEmpty();
    }

    @Nested
    class Input {
        @Test
        void aLostTrade() {
            assertCaught(lost(Topics.TRADES, middle(Topics.TRADES)), NoInputLost.class, "missing");
        }

        @Test
        void theLastTradeLost() {
            var trades = GOOD.of(Topics.TRADES);
            assertCaught(lost(Topics.TRADES, trades.get(trades.size() - 1)), NoInputLost.class, "is not in the topic");
        }

        @Test
        void aTradeWithAnotherPrice() {
            assertCaught(
                    changed(Topics.TRADES, middle(Topics.TRADES), trade -> Edited.with(trade, "price", Price.of("1"))),
                    NoInputLost.class,
                    "another content");
        }

        @Test
        void aTradeTwice() {
            assertCaught(doubled(Topics.TRADES, middle(Topics.TRADES)), NoInputDoubled.class, "comes after");
        }

        @Test
        void aLostBar() {
            assertCaught(lost(Topics.BARS, middle(Topics.BARS)), BarsHoldTheTrades.class, "there is no bar");
        }

        @Test
        void aBarTwice() {
            assertCaught(doubled(Topics.BARS, middle(Topics.BARS)), BarsHoldTheTrades.class, "said twice");
        }

        @Test
        void aBarThatLacksATrade() {
            assertCaught(
                    changed(Topics.BARS, middle(Topics.BARS), bar -> Edited.with(bar, "tradeCount", 5L)),
                    BarsHoldTheTrades.class,
                    "the bar's trades are");
        }

        @Test
        void indicatorsTwiceOfOneBar() {
            assertCaught(doubled(Topics.INDICATORS, middle(Topics.INDICATORS)), AnalyticsFollowBars.class, "twice");
        }

        @Test
        void featuresOfABarThatNeverWas() {
            assertCaught(
                    changed(Topics.FEATURES, middle(Topics.FEATURES), said -> Edited.with(said, "barOpenNanos", 5L)),
                    AnalyticsFollowBars.class,
                    "not in market.bars");
        }

        @Test
        void anAcknowledgedRequestThatIsLost() {
            assertCaught(
                    lost(Topics.INTENTS, first(Topics.INTENTS, intent -> intent.ordering() == Ordering.ARRIVAL)),
                    RequestsArriveOnce.class,
                    "no intent");
        }

        @Test
        void aRequestThatArrivesTwice() {
            assertCaught(
                    doubled(Topics.INTENTS, first(Topics.INTENTS, intent -> intent.ordering() == Ordering.ARRIVAL)),
                    RequestsArriveOnce.class,
                    "there twice");
        }

        @Test
        void anIntentOfPeopleThatNobodyAskedFor() {
            var request = first(Topics.INTENTS, intent -> intent.ordering() == Ordering.ARRIVAL);
            assertCaught(
                    added(Topics.INTENTS, request.with(Edited.with(request.value(), "intentId", "nobody's"))),
                    RequestsArriveOnce.class,
                    "nobody asked");
        }
    }

    @Nested
    class Decisions {
        @Test
        void anIdThatStandsForTwoIntents() {
            var intent = first(Topics.INTENTS, one -> one.ordering() == Ordering.EVENT_TIME);
            assertCaught(
                    added(Topics.INTENTS, intent.with(Edited.with(intent.value(), "reason", "another"))),
                    IntentsKeepTheirIdentity.class,
                    "two intents");
        }

        @Test
        void anOrdinalThatGoesBack() {
            var intents = GOOD.of(Topics.INTENTS);
            var last = intents.get(intents.size() - 1);
            assertCaught(
                    changed(
                            Topics.INTENTS,
                            last,
                            intent -> Edited.with(Edited.with(intent, "ordinal", 0L), "intentId", "new")),
                    IntentsKeepTheirIdentity.class,
                    "ordinal");
        }

        @Test
        void anIntentThatIsNeverDecided() {
            assertCaught(
                    lost(
                            Topics.DECISIONS,
                            first(Topics.DECISIONS, one -> one.intent().parentOrderId() == null)),
                    EveryIntentDecidedOnce.class,
                    "never decided");
        }

        @Test
        void aSliceThatIsNeverDecided() {
            assertCaught(
                    lost(
                            Topics.DECISIONS,
                            first(Topics.DECISIONS, one -> one.intent().parentOrderId() != null)),
                    EveryIntentDecidedOnce.class,
                    "only slices of");
        }

        @Test
        void anIntentDecidedTwice() {
            assertCaught(
                    doubled(Topics.DECISIONS, middle(Topics.DECISIONS)), EveryIntentDecidedOnce.class, "decided twice");
        }

        @Test
        void aDecisionOnWhatNobodyWanted() {
            var decision = middle(Topics.DECISIONS);
            assertCaught(
                    changed(
                            Topics.DECISIONS,
                            decision,
                            one -> Edited.with(one, "intent", Edited.with(one.intent(), "intentId", "nobody's"))),
                    EveryIntentDecidedOnce.class,
                    "nobody wanted");
        }

        @Test
        void anApprovalAgainstAnObjection() {
            assertCaught(
                    changed(
                            Topics.DECISIONS,
                            first(Topics.DECISIONS, one -> !one.approved()),
                            one -> Edited.with(one, "approved", true)),
                    EveryIntentDecidedOnce.class,
                    "against an objection");
        }
    }

    @Nested
    class Orders {
        @Test
        void aLostApproval() {
            assertCaught(
                    lost(Topics.APPROVED_ORDERS, middle(Topics.APPROVED_ORDERS)),
                    NoApprovalWithoutDecision.class,
                    "missing");
        }

        @Test
        void anApprovalTwice() {
            assertCaught(
                    doubled(Topics.APPROVED_ORDERS, middle(Topics.APPROVED_ORDERS)),
                    NoApprovalWithoutDecision.class,
                    "twice");
        }

        @Test
        void anApprovalOfARejectedOrder() {
            var rejected = first(Topics.DECISIONS, one -> !one.approved()).value();
            var approved = middle(Topics.APPROVED_ORDERS);
            assertCaught(
                    added(
                            Topics.APPROVED_ORDERS,
                            approved.with(Edited.with(
                                    approved.value(),
                                    "intentId",
                                    rejected.intent().intentId()))),
                    NoApprovalWithoutDecision.class,
                    "without a decision");
        }

        @Test
        void anApprovalOfMoreThanWasDecided() {
            assertCaught(
                    changed(
                            Topics.APPROVED_ORDERS,
                            middle(Topics.APPROVED_ORDERS),
                            order -> Edited.with(order, "terms", OrderTerms.market(Side.BUY, Quantity.of("99")))),
                    NoApprovalWithoutDecision.class,
                    "not the decided one");
        }

        @Test
        void aLostCommand() {
            assertCaught(
                    lost(Topics.VENUE_COMMANDS, middle(Topics.VENUE_COMMANDS)),
                    NoCommandWithoutApproval.class,
                    "no venue is told");
        }

        @Test
        void aCommandTwice() {
            assertCaught(
                    doubled(Topics.VENUE_COMMANDS, middle(Topics.VENUE_COMMANDS)),
                    NoCommandWithoutApproval.class,
                    "told twice");
        }

        @Test
        void aCommandThatNobodyApproved() {
            assertCaught(
                    changed(
                            Topics.VENUE_COMMANDS,
                            middle(Topics.VENUE_COMMANDS),
                            command -> Edited.with(command, "orderId", "nobody's")),
                    NoCommandWithoutApproval.class,
                    "what was not approved");
        }

        @Test
        void anExecutionWithoutAnApproval() {
            var fill = first(Topics.EXECUTION_REPORTS, report -> report.type().isFill());
            assertCaught(
                    added(Topics.EXECUTION_REPORTS, fill.with(Edited.with(fill.value(), "orderId", "nobody's"))),
                    NoExecutionWithoutCommand.class,
                    "no venue was told of");
        }

        @Test
        void anExecutionForAnotherAccount() {
            assertCaught(
                    changed(
                            Topics.EXECUTION_REPORTS,
                            middle(Topics.EXECUTION_REPORTS),
                            report -> Edited.with(report, "accountId", "thief")),
                    NoExecutionWithoutCommand.class,
                    "another order");
        }

        @Test
        void anOrderThatIsNeverAnswered() {
            var order = middle(Topics.EXECUTION_REPORTS).value().orderId();
            assertCaught(
                    GOOD.with(Topics.EXECUTION_REPORTS, reports -> {
                        reports.removeIf(logged -> logged.value().orderId().equals(order));
                        return reports;
                    }),
                    NoExecutionWithoutCommand.class,
                    "never answered");
        }

        @Test
        void aLostReport() {
            assertCaught(
                    lost(
                            Topics.EXECUTION_REPORTS,
                            first(Topics.EXECUTION_REPORTS, report -> report.type() == ExecutionType.ACCEPTED)),
                    OrdersFollowTheirStates.class,
                    "is next");
        }

        @Test
        void aFillAfterTheEnd() {
            var fill = first(Topics.EXECUTION_REPORTS, report -> report.type() == ExecutionType.FILLED);
            assertCaught(
                    added(
                            Topics.EXECUTION_REPORTS,
                            fill.with(Edited.with(
                                    fill.value(), "reportNumber", fill.value().reportNumber() + 1))),
                    OrdersFollowTheirStates.class,
                    "FILLED cannot follow on FILLED");
        }

        @Test
        void anOverfill() {
            var fill = first(Topics.EXECUTION_REPORTS, report -> report.type() == ExecutionType.FILLED);
            var more = fill.value().orderQuantity().plus(new Quantity(1));
            assertCaught(
                    changed(
                            Topics.EXECUTION_REPORTS,
                            fill,
                            report ->
                                    Edited.with(Edited.with(report, "lastQuantity", more), "cumulativeQuantity", more)),
                    NeverFilledAboveOrdered.class,
                    "filled " + more.units() + " of");
        }

        @Test
        void aFillThatIsNotAddedUp() {
            assertCaught(
                    changed(
                            Topics.EXECUTION_REPORTS,
                            first(Topics.EXECUTION_REPORTS, report -> report.type()
                                    .isFill()),
                            report -> Edited.with(report, "cumulativeQuantity", Quantity.ZERO)),
                    NeverFilledAboveOrdered.class,
                    "add up to");
        }
    }

    @Nested
    class Fills {
        private final Logged<ExecutionReport> fill =
                first(Topics.EXECUTION_REPORTS, report -> report.type().isFill());

        private History filled(String component, Object value) {
            return changed(Topics.EXECUTION_REPORTS, fill, report -> Edited.with(report, component, value));
        }

        @Test
        void aPriceThatNobodyTradedAt() {
            long better = fill.value().lastPrice().units() - fill.value().side().sign() * 1_000_000L;
            assertCaught(filled("lastPrice", new Price(better)), FillsArePossible.class, "better than its market");
        }

        @Test
        void aPriceWorseThanTheSlippage() {
            var market = first(
                    Topics.EXECUTION_REPORTS, report -> report.type().isFill() && isOfMarketOrder(report.orderId()));
            long worse =
                    market.value().lastPrice().units() + market.value().side().sign() * 1_000_000L;
            assertCaught(
                    changed(
                            Topics.EXECUTION_REPORTS,
                            market,
                            report -> Edited.with(report, "lastPrice", new Price(worse))),
                    FillsArePossible.class,
                    "the slippage allows");
        }

        @Test
        void aFillBeforeTheOrderCouldAct() {
            var decided = first(Topics.VENUE_COMMANDS, command -> command.orderId()
                            .equals(fill.value().orderId()))
                    .value()
                    .decidedAtNanos();
            assertCaught(filled("eventTimeNanos", decided + 1), FillsArePossible.class, "before the order could act");
        }

        @Test
        void aFillWithoutAMarketEvent() {
            assertCaught(filled("marketSequence", 99_999L), FillsArePossible.class, "without a market event");
        }

        @Test
        void aWrongFee() {
            assertCaught(
                    filled("fee", fill.value().fee().plus(new Money(1))),
                    FillsArePossible.class,
                    "neither the taker's");
        }

        @Test
        void aMarketEventPassedOver() {
            var market = first(
                    Topics.EXECUTION_REPORTS, report -> report.type().isFill() && isOfMarketOrder(report.orderId()));
            var next = first(
                    Topics.TRADES,
                    (Trade trade) -> trade.instrument().equals(market.value().instrument())
                            && trade.sequence() == market.value().marketSequence() + 1);
            assertCaught(
                    changed(
                            Topics.EXECUTION_REPORTS,
                            market,
                            report -> Edited.with(
                                    Edited.with(
                                            report,
                                            "marketSequence",
                                            next.value().sequence()),
                                    "eventTimeNanos",
                                    next.value().eventTimeNanos())),
                    FillsArePossible.class,
                    "passed over");
        }

        private boolean isOfMarketOrder(String orderId) {
            return GOOD.of(Topics.VENUE_COMMANDS).stream()
                    .anyMatch(logged -> logged.value().orderId().equals(orderId)
                            && logged.value().terms().limitPrice() == null
                            && logged.value().ordering() == Ordering.EVENT_TIME);
        }
    }

    @Nested
    class LimitsAndMoney {
        /** Policies that would not have allowed what was approved. */
        static Stream<Arguments> tighterLimits() {
            return Stream.of(
                    Arguments.of("maxOrderNotional", Money.of("1")),
                    Arguments.of("maxPositionNotional", Money.of("1")),
                    Arguments.of("maxGrossExposure", Money.of("1")),
                    Arguments.of("maxLeverageBps", 1L),
                    Arguments.of("maxDailyLoss", Money.of("-10000")),
                    Arguments.of("maxDrawdownBps", -1L),
                    Arguments.of("maxOrdersPerMinute", 0));
        }

        @ParameterizedTest
        @MethodSource("tighterLimits")
        void anApprovalBeyondALimit(String limit, Object value) {
            assertCaught(under(limits -> Edited.with(limits, limit, value)), LimitsNeverExceeded.class, limit);
        }

        @Test
        void anApprovalOnAnOldPrice() {
            assertCaught(
                    under(limits -> Edited.with(limits, "maxPriceAge", Duration.ofNanos(1))),
                    LimitsNeverExceeded.class,
                    "old price");
        }

        @Test
        void anApprovalWhileHalted() {
            assertCaught(
                    changed(
                            Topics.DECISIONS,
                            first(Topics.DECISIONS, RiskDecision::approved),
                            decision -> Edited.with(decision, "mode", TradingMode.HALTED)),
                    LimitsNeverExceeded.class,
                    "the mode");
        }

        @Test
        void anApprovalAfterAHalt() {
            var decision = first(Topics.DECISIONS, RiskDecision::approved);
            var halt = Edited.with(
                    decision.value(),
                    "intent",
                    Edited.with(Edited.with(decision.value().intent(), "action", Action.HALT), "intentId", "halt"));
            assertCaught(
                    GOOD.with(Topics.DECISIONS, records -> {
                        records.add(records.indexOf(decision), decision.with(halt));
                        return records;
                    }),
                    LimitsNeverExceeded.class,
                    "commanded otherwise");
        }

        @Test
        void anApprovalInAModeThatThePolicyDoesNotAllow() {
            assertCaught(
                    changed(
                            Topics.DECISIONS,
                            first(Topics.DECISIONS, RiskDecision::approved),
                            decision -> Edited.with(decision, "mode", TradingMode.AGGRESSIVE)),
                    LimitsNeverExceeded.class,
                    "does not allow");
        }

        @Test
        void anApprovalUnderAPolicyThatNeverWas() {
            assertCaught(
                    changed(
                            Topics.DECISIONS,
                            first(Topics.DECISIONS, RiskDecision::approved),
                            decision -> Edited.with(decision, "policyVersion", 99L)),
                    LimitsNeverExceeded.class,
                    "not in force");
        }

        /** What risk rejected for its size is approved after all, with everything that follows from it. */
        @Test
        void aRejectedOrderApproved() {
            var rejected = first(Topics.DECISIONS, decision -> decision.objections().stream()
                    .anyMatch(check -> check.code().name().endsWith("TOO_LARGE")));
            assertCaught(
                    changed(
                            Topics.DECISIONS,
                            rejected,
                            decision -> Edited.with(
                                    Edited.with(decision, "approved", true),
                                    "orderId",
                                    decision.intent().intentId())),
                    LimitsNeverExceeded.class,
                    "beyond");
        }

        @Test
        void aMeasureThatIsNotTrue() {
            var decision = first(Topics.DECISIONS, one -> one.intent().ordering() == Ordering.EVENT_TIME);
            assertCaught(
                    changed(
                            Topics.DECISIONS,
                            decision,
                            one -> Edited.with(
                                    one,
                                    "checks",
                                    one.checks().stream()
                                            .map(check -> check.code() == RiskCode.GROSS_EXPOSURE_TOO_LARGE
                                                    ? new CheckResult(check.code(), true, "0.01", "", "USD")
                                                    : check)
                                            .toList())),
                    MeasuresAreTrue.class,
                    "the decision says 0.01");
        }

        @Test
        void aCentGoneFromTheCash() {
            var points = GOOD.of(Topics.EQUITY);
            assertCaught(
                    changed(
                            Topics.EQUITY,
                            points.get(points.size() - 1),
                            point -> Edited.with(point, "cash", point.cash().minus(Money.of("0.01")))),
                    MoneyConserved.class,
                    "cash is");
        }

        @Test
        void aUnitTooMuchEquity() {
            assertCaught(
                    changed(
                            Topics.EQUITY,
                            middle(Topics.EQUITY),
                            point -> Edited.with(point, "equity", point.equity().plus(new Money(1)))),
                    MoneyConserved.class,
                    "equity is");
        }

        @Test
        void aFeeThatIsNotCharged() {
            var fill = first(Topics.EXECUTION_REPORTS, report -> report.type().isFill());
            assertCaught(
                    changed(
                            Topics.EXECUTION_REPORTS,
                            fill,
                            report -> Edited.with(report, "fee", report.fee().plus(Money.of("0.01")))),
                    MoneyConserved.class,
                    "in fees");
        }

        @Test
        void aFillThatTheBooksNeverSaw() {
            assertCaught(
                    lost(Topics.EXECUTION_REPORTS, first(Topics.EXECUTION_REPORTS, report -> report.type()
                            .isFill())),
                    MoneyConserved.class,
                    "the position is");
        }

        @Test
        void aLostPosition() {
            assertCaught(lost(Topics.POSITIONS, middle(Topics.POSITIONS)), BooksEqualFills.class, "the fills give");
        }

        @Test
        void aPositionTwice() {
            assertCaught(
                    doubled(Topics.POSITIONS, middle(Topics.POSITIONS)),
                    BooksEqualFills.class,
                    "without a fill before it");
        }

        @Test
        void aLostEquityPoint() {
            assertCaught(lost(Topics.EQUITY, middle(Topics.EQUITY)), BooksEqualFills.class, "equity is not");
        }

        @Test
        void aWrongMark() {
            assertCaught(
                    changed(Topics.EQUITY, middle(Topics.EQUITY), point -> {
                        var one = Money.of("1");
                        return Edited.with(
                                Edited.with(point, "equity", point.equity().plus(one)),
                                "unrealisedProfit",
                                point.unrealisedProfit().plus(one));
                    }),
                    BooksEqualFills.class,
                    "equity is not");
        }

        private static History under(UnaryOperator<Limits> change) {
            return changed(
                    Topics.POLICIES,
                    GOOD.of(Topics.POLICIES).get(0),
                    (Policy policy) -> Edited.with(policy, "normal", change.apply(policy.normal())));
        }
    }

    @Nested
    class Views {
        private final List<LedgerRow> rows = GOOD.ledger().orElseThrow();

        @Test
        void aRowMissingInTheLedger() {
            assertCaught(
                    GOOD.withLedger(rows.subList(1, rows.size())), LedgerEqualsTopics.class, "is not in the ledger");
        }

        @Test
        void aRowTooMuchInTheLedger() {
            var more = new ArrayList<>(rows);
            more.add(new LedgerRow("fills", Map.of("order_id", "nobody's", "report_number", "1")));
            assertCaught(GOOD.withLedger(more), LedgerEqualsTopics.class, "not in the topics");
        }

        @Test
        void anotherPriceInTheLedger() {
            var others = rows.stream()
                    .map(row -> {
                        var columns = new HashMap<>(row.columns());
                        columns.computeIfPresent("price", (name, price) -> "1");
                        return new LedgerRow(row.table(), columns);
                    })
                    .toList();
            assertCaught(GOOD.withLedger(others), LedgerEqualsTopics.class, "the ledger says price is 1");
        }

        @Test
        void anOrderShownOpenThatIsFilled() {
            var others = GOOD.orders().orElseThrow().stream()
                    .map(order -> order.status().equals("FILLED") ? Edited.with(order, "status", "ACCEPTED") : order)
                    .toList();
            assertCaught(GOOD.withOrders(others), GatewayShowsTopics.class, "the topics say FILLED");
        }

        @Test
        void aFillThatTheGatewayDoesNotShow() {
            var others = GOOD.orders().orElseThrow().stream()
                    .map(order -> Edited.with(order, "filledQuantity", "0"))
                    .toList();
            assertCaught(GOOD.withOrders(others), GatewayShowsTopics.class, "is filled");
        }

        @Test
        void ordersOfPeopleThatTheGatewayDoesNotShow() {
            assertCaught(GOOD.withOrders(List.of()), AcknowledgedAreShown.class, "is not shown");
        }
    }

    @Nested
    class Transactions {
        private final List<LogEntry> log = GOOD.log().orElseThrow();

        @Test
        void anAbortedRecordThatWasSeen() {
            var aborted = log.stream()
                    .map(entry -> entry.kind() == Kind.COMMIT ? Edited.with(entry, "kind", Kind.ABORT) : entry)
                    .toList();
            assertCaught(GOOD.withLog(aborted), NothingAbortedSeen.class, "that is not committed");
        }

        @Test
        void aRecordOfAnOpenTransactionThatWasSeen() {
            var open = log.stream().filter(entry -> entry.kind() != Kind.COMMIT).toList();
            assertCaught(GOOD.withLog(open), NothingAbortedSeen.class, "that is not committed");
        }

        @Test
        void aCommittedRecordThatNobodySaw() {
            assertCaught(lost(Topics.DECISIONS, middle(Topics.DECISIONS)), NothingAbortedSeen.class, "was not seen");
        }

        @Test
        void aRecordThatWasNeverWritten() {
            assertCaught(
                    doubled(Topics.DECISIONS, middle(Topics.DECISIONS)), NothingAbortedSeen.class, "not in the log");
        }

        @Test
        void aClockThatGoesBack() {
            assertCaught(
                    GOOD.withClocks(Topics.DECISIONS, clocks -> {
                        var last = clocks.get(clocks.size() - 1);
                        clocks.add(last.at(9_000_000)
                                .with(Edited.with(
                                        last.value(), "timeNanos", last.value().timeNanos() - 1)));
                        return clocks;
                    }),
                    ClocksOnlyAdvance.class,
                    "goes back");
        }

        @Test
        void anIntentFromATimeThatIsOver() {
            var intent = first(Topics.INTENTS, one -> one.ordering() == Ordering.EVENT_TIME);
            assertCaught(
                    added(Topics.INTENTS, intent.with(Edited.with(intent.value(), "intentId", "late"))),
                    ClocksOnlyAdvance.class,
                    "said to be over");
        }

        @Test
        void aReportFromATimeThatIsOver() {
            var report = first(Topics.EXECUTION_REPORTS, one -> true);
            assertCaught(added(Topics.EXECUTION_REPORTS, report), ClocksOnlyAdvance.class, "said to be over");
        }
    }

    @Nested
    class Refusals {
        private final Logged<LetterBytes> letter = GOOD.letters().get(0);

        @Test
        void poisonThatIsNeverRefused() {
            assertCaught(GOOD.withLetters(List.of()), OnlyPoisonIsRefused.class, "risk never refused");
        }

        @Test
        void poisonRefusedTwice() {
            assertCaught(GOOD.withLetters(List.of(letter, letter)), OnlyPoisonIsRefused.class, "refused twice");
        }

        @Test
        void aGoodRecordThatIsRefused() {
            var headers = new HashMap<>(letter.headers());
            headers.put(DeadLetters.OFFSET, "0");
            var other = new Logged<>(letter.at(), 0, "", headers, letter.value());
            assertCaught(GOOD.withLetters(List.of(letter, other)), OnlyPoisonIsRefused.class, "no poison");
        }

        @Test
        void aLetterThatIsNotTheRecord() {
            assertCaught(
                    GOOD.withLetters(List.of(letter.with(new LetterBytes("else".getBytes(UTF_8))))),
                    OnlyPoisonIsRefused.class,
                    "is not the record");
        }

        @Test
        void garbageThatNoDriverPutIn() {
            var driven = GOOD.driven();
            assertCaught(
                    GOOD.withDriven(new Driven(driven.trades(), driven.requests(), List.of())),
                    OnlyPoisonIsRefused.class,
                    "no driver put in");
        }

        @Test
        void poisonThatGotLost() {
            assertCaught(GOOD.withUnreadable(List.of()), OnlyPoisonIsRefused.class, "not in its topic");
        }
    }
}
