package io.millrace.connectors.ledger;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.CurrencyBalance;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.portfolio.Lot;
import io.millrace.core.portfolio.Lots;
import io.millrace.core.portfolio.Position;
import io.millrace.core.portfolio.PositionSide;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.RiskCode;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What happens to accounts, as records of the topics that the ledger reads. */
final class Story {
    static final InstrumentId BITCOIN = new InstrumentId("BTC-USD", "BITSTAMP");
    static final long TIME = 1_385_337_600_000_000_000L;

    private static final AtomicLong SENT = new AtomicLong();

    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final TopicSerde<RiskDecision> decisions;
    private final TopicSerde<ApprovedOrder> orders;
    private final TopicSerde<ExecutionReport> reports;
    private final TopicSerde<AccountPosition> positions;
    private final TopicSerde<EquityPoint> equity;

    Story(SchemaRegistry registry) {
        decisions = new TopicSerde<>(Topics.DECISIONS, registry);
        orders = new TopicSerde<>(Topics.APPROVED_ORDERS, registry);
        reports = new TopicSerde<>(Topics.EXECUTION_REPORTS, registry);
        positions = new TopicSerde<>(Topics.POSITIONS, registry);
        equity = new TopicSerde<>(Topics.EQUITY, registry);
    }

    /** An order that is approved, accepted, filled in two parts, and canceled too late; a clock in between. */
    Story filled(String account, int number) {
        var id = account + "-" + number;
        decided(account, id, true);
        approved(account, id, Action.SUBMIT);
        report(account, id, 1, ExecutionType.ACCEPTED, "0", "0", "");
        clock(Topics.EXECUTION_REPORTS, account);
        report(account, id, 2, ExecutionType.PARTIALLY_FILLED, "0.2", "0.2", "");
        position(account, "0.2", number);
        report(account, id, 3, ExecutionType.FILLED, "0.3", "0.5", "");
        position(account, "0.5", number);
        approved(account, id, Action.CANCEL);
        report(account, id, 4, ExecutionType.REJECTED, "0", "0.5", "TOO_LATE");
        return this;
    }

    /** An intent that is rejected. */
    Story rejected(String account, int number) {
        decided(account, account + "-" + number, false);
        return this;
    }

    Story decided(String account, String id, boolean approved) {
        var intent = new OrderIntent(
                id,
                Action.SUBMIT,
                "rsi",
                3,
                account,
                BITCOIN,
                7,
                TIME,
                Ordering.EVENT_TIME,
                OrderTerms.market(Side.BUY, Quantity.of("0.5")),
                null,
                "RSI 29.1 crossed above 30");
        return add(
                Topics.DECISIONS,
                account,
                decisions.encode(new RiskDecision(
                        intent,
                        approved,
                        approved ? id : null,
                        List.of(
                                new CheckResult(RiskCode.ORDER_NOTIONAL_TOO_LARGE, approved, "10250", "10000", "USD"),
                                new CheckResult(RiskCode.PRICE_STALE, true, "12", "5000", "ms")),
                        "standard",
                        4,
                        TradingMode.NORMAL,
                        Price.of("820"),
                        TIME - 1,
                        TIME,
                        false)));
    }

    Story approved(String account, String id, Action action) {
        var terms = action == Action.CANCEL ? null : OrderTerms.limit(Side.BUY, Quantity.of("0.5"), Price.of("810.5"));
        var intent = action == Action.SUBMIT ? id : id + "-" + action.name().toLowerCase(Locale.ROOT);
        return approved(account, id, action, intent, terms);
    }

    /** An order canceled by a command to the account. */
    Story canceled(String account, String intent, String id) {
        return approved(account, id, Action.CANCEL, intent, null);
    }

    private Story approved(String account, String id, Action action, String intent, OrderTerms terms) {
        return add(
                Topics.APPROVED_ORDERS,
                account,
                orders.encode(new ApprovedOrder(
                        id, intent, action, account, "rsi", BITCOIN, terms, Ordering.EVENT_TIME, TIME)));
    }

    Story report(
            String account, String id, int number, ExecutionType type, String last, String cumulative, String reason) {
        var isFill = type.isFill();
        return add(
                Topics.EXECUTION_REPORTS,
                account,
                reports.encode(new ExecutionReport(
                        id,
                        id,
                        number,
                        type,
                        account,
                        "rsi",
                        BITCOIN,
                        Side.BUY,
                        Quantity.of("0.5"),
                        Quantity.of(last),
                        isFill ? Price.of("801.5") : null,
                        Quantity.of(cumulative),
                        isFill ? Money.of("0.401") : Money.ZERO,
                        isFill ? 99 : 0,
                        TIME + number,
                        reason)));
    }

    /** The order has another quantity and limit from now on. */
    Story replaced(String account, String id, int number, String quantity, String limit) {
        return add(
                Topics.EXECUTION_REPORTS,
                account,
                reports.encode(new ExecutionReport(
                        id,
                        id,
                        number,
                        ExecutionType.REPLACED,
                        account,
                        "rsi",
                        BITCOIN,
                        Side.BUY,
                        Quantity.of(quantity),
                        Quantity.ZERO,
                        null,
                        Quantity.ZERO,
                        Money.ZERO,
                        0,
                        TIME + number,
                        "",
                        null,
                        Price.of(limit),
                        null,
                        "USD")));
    }

    /** A position of one lot in euros. */
    Story hedged(String account, PositionSide side, String quantity) {
        var lot = new Lot(TIME, Quantity.of(quantity), Money.of(quantity));
        var position = new Position(
                BITCOIN,
                side,
                "EUR",
                lot.quantity(),
                lot.cost(),
                Money.ZERO,
                Money.ZERO,
                Money.of("-0.1"),
                Lots.of(List.of(lot)));
        var held = new AccountPosition(account, position, TIME);
        return add(Topics.POSITIONS, held.key(), positions.encode(held));
    }

    /** What an account is worth, all of it in euros. */
    Story worth(String account, String amount) {
        var zero = Money.ZERO;
        var cash = Money.of(amount);
        return add(
                Topics.EQUITY,
                account,
                equity.encode(new EquityPoint(
                        account,
                        TIME,
                        cash,
                        cash,
                        zero,
                        zero,
                        zero,
                        cash,
                        "USD",
                        zero,
                        Money.of("120"),
                        Money.of("11"),
                        Money.of("5"),
                        Money.of("90"),
                        List.of(new CurrencyBalance(
                                "EUR",
                                cash,
                                cash,
                                Money.of("-3"),
                                zero,
                                Money.of("-3"),
                                zero,
                                zero,
                                Price.of("1.1"))))));
    }

    Story position(String account, String quantity, int number) {
        return add(
                Topics.POSITIONS,
                account + "|" + BITCOIN,
                positions.encode(new AccountPosition(
                        account,
                        new Position(
                                BITCOIN,
                                Quantity.of(quantity),
                                Money.of("400.75"),
                                new Money(number),
                                Money.of("0.802")),
                        TIME + number)));
    }

    Story clock(Topic<?> topic, String account) {
        add(topic, account, null);
        ClockRecords.write(records.get(records.size() - 1).headers(), Clock.of(BITCOIN, TIME));
        return this;
    }

    Story add(Topic<?> topic, String key, byte[] value) {
        records.add(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value));
        return this;
    }

    /** Records with a value that all stories have sent. */
    static long sent() {
        return SENT.get();
    }

    /** What fails to be sent fails the flush of the next transaction. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void send(Producer<byte[], byte[]> producer) {
        records.forEach(producer::send);
        producer.flush();
        SENT.addAndGet(records.stream().filter(record -> record.value() != null).count());
        records.clear();
    }
}
