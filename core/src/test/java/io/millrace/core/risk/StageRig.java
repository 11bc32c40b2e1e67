package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One risk task with one account that has 10,000 USD, and what it sent. People act for the account: nothing but its own
 * orders is waited for. The mark is 100 at every clock. Times are small.
 */
final class StageRig implements RiskOutput {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final String ACCOUNT = "alpha";

    final List<RiskDecision> decisions = new ArrayList<>();
    final List<ApprovedOrder> approved = new ArrayList<>();
    final List<Clock> clocks = new ArrayList<>();
    final List<String> duplicates = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    final List<Price> unvalued = new ArrayList<>();
    Price fillPrice = Price.of("100");

    private final ControlBook control = new ControlBook();
    private final RiskStore store = new InMemoryRiskStore();
    private final Map<String, Integer> reports = new HashMap<>();
    private RiskStage stage;
    private long ordinal;

    StageRig() {
        this("1000000");
    }

    /** @param maxOrder largest notional of one order */
    StageRig(String maxOrder) {
        this(maxOrder, null);
    }

    /** @param minNotional least notional of one order, null for any */
    StageRig(String maxOrder, Money minNotional) {
        var limits = new Limits(
                Money.of(maxOrder),
                Money.of("5000"),
                Money.of("5000"),
                100_000,
                Money.of("1000000"),
                10_000,
                1000,
                Duration.ofDays(1));
        control.put(new Policy("house", 1, TradingMode.NORMAL, limits, limits, limits, 0));
        control.put(new Account(ACCOUNT, 1, "USD", Money.of("10000"), "house", 0));
        control.put(new Instrument(
                BTC,
                1,
                "BTC",
                "USD",
                Price.of("0.01"),
                Quantity.of("0.1"),
                Quantity.of("0.1"),
                Quantity.of("500"),
                0,
                0,
                0,
                minNotional,
                null,
                0,
                0,
                "",
                "",
                false,
                null));
        restart();
        signals(1);
    }

    /** Starts again from what is stored. */
    void restart() {
        stage = new RiskStage(0, store, control, this);
    }

    /** Starts again from another state of the account. */
    void restart(RiskAccount kept) {
        store.put(kept);
        restart();
    }

    /** Nothing more comes up to a time, from signals or from the venue. */
    void clock(long nanos) {
        stage.venueClock(Clock.of(BTC, nanos));
        signals(nanos);
    }

    void signals(long nanos) {
        signals(nanos, "100");
    }

    void signals(long nanos, String mark) {
        stage.signalsClock(new Clock(BTC, 0, nanos, Price.of(mark), nanos));
    }

    /** People set the account's deposit at a time. */
    void deposit(String amount, long nanos) {
        control.put(new Account(ACCOUNT, 1 + nanos, "USD", Money.of(amount), "house", nanos));
    }

    void venue(long nanos) {
        stage.venueClock(Clock.of(BTC, nanos));
    }

    /** Somebody submits an order at a time. */
    void submit(String id, long nanos, OrderTerms terms) {
        stage.intent(intent(id, Action.SUBMIT, nanos, Ordering.EVENT_TIME, terms, null, List.of(), null));
    }

    void group(String id, long nanos, Contingency contingency, OrderTerms terms, OrderTerms... attached) {
        stage.intent(
                intent(id, Action.SUBMIT, nanos, Ordering.EVENT_TIME, terms, null, List.of(attached), contingency));
    }

    void cancel(String id, long nanos, String orderId) {
        stage.intent(intent(id, Action.CANCEL, nanos, Ordering.EVENT_TIME, null, orderId, List.of(), null));
    }

    void replace(String id, long nanos, String orderId, OrderTerms terms) {
        stage.intent(intent(id, Action.REPLACE, nanos, Ordering.EVENT_TIME, terms, orderId, List.of(), null));
    }

    /** A person commands the whole account. */
    OrderIntent command(String id, Action action) {
        var command = new OrderIntent(
                id, action, OrderIntent.MANUAL, 0, ACCOUNT, null, ++ordinal, 1, Ordering.ARRIVAL, null, null, "");
        stage.intent(command);
        return command;
    }

    /** A person submits an order. */
    void arrives(String id, OrderTerms terms) {
        stage.intent(intent(id, Action.SUBMIT, 1, Ordering.ARRIVAL, terms, null, List.of(), null));
    }

    void intent(OrderIntent intent) {
        stage.intent(intent);
    }

    /** The venue reports a fill, or nothing filled, on an order. */
    void report(String orderId, ExecutionType type, long nanos, String filled) {
        report(orderId, type, nanos, filled, "");
    }

    void report(String orderId, ExecutionType type, long nanos, String filled, String reason) {
        var order = account().book().openOrder(orderId);
        var quantity = order == null ? Quantity.ZERO : order.quantity();
        report(orderId, type, nanos, filled, quantity, null, reason);
    }

    /** The venue reports an order's quantity and limit. */
    void report(
            String orderId,
            ExecutionType type,
            long nanos,
            String filled,
            Quantity quantity,
            Price limit,
            String reason) {
        var order = account().book().openOrder(orderId);
        var fill = Quantity.of(filled);
        stage.report(new ExecutionReport(
                orderId,
                orderId,
                reports.merge(orderId, 1, Integer::sum),
                type,
                ACCOUNT,
                OrderIntent.MANUAL,
                BTC,
                order == null ? Side.BUY : order.side(),
                quantity,
                fill,
                fillPrice,
                fill,
                Money.ZERO,
                1,
                nanos,
                reason,
                null,
                limit,
                null,
                "USD"));
    }

    boolean stalls() {
        return !stage.stalled().isEmpty();
    }

    RiskAccount account() {
        return store.accounts().stream().findFirst().orElseGet(() -> RiskAccount.empty(ACCOUNT));
    }

    /** What was approved, in few words. */
    List<String> sent() {
        return approved.stream()
                .map(order -> order.action() + " " + order.orderId()
                        + (order.terms() == null ? "" : " " + order.terms().quantity())
                        + " at " + order.decidedAtNanos())
                .toList();
    }

    private OrderIntent intent(
            String id,
            Action action,
            long nanos,
            Ordering ordering,
            OrderTerms terms,
            String orderId,
            List<OrderTerms> attached,
            Contingency contingency) {
        return new OrderIntent(
                id,
                action,
                OrderIntent.MANUAL,
                0,
                ACCOUNT,
                BTC,
                ++ordinal,
                nanos,
                ordering,
                terms,
                orderId,
                "",
                attached,
                contingency);
    }

    @Override
    public void decided(RiskDecision decision) {
        decisions.add(decision);
    }

    @Override
    public void approved(ApprovedOrder order) {
        approved.add(order);
    }

    @Override
    public void clockToVenues(Clock clock) {
        clocks.add(clock);
    }

    @Override
    public void clockToPortfolio(Clock clock) {}

    @Override
    public void duplicate(OrderIntent intent) {
        duplicates.add(intent.intentId());
    }

    @Override
    public void unvalued(String accountId, Clock mark, String reason) {
        unvalued.add(mark.mark());
    }

    @Override
    public void refused(ExecutionReport report, String reason) {
        refused.add(reason);
    }
}
