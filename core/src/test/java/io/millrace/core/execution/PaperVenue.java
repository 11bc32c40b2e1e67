package io.millrace.core.execution;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.VenueCommand;
import java.util.ArrayList;
import java.util.List;

/** A paper market with two risk tasks, a latency of 50 and a slippage of 10 bps, and what it sent. Times are small. */
final class PaperVenue implements PaperOutput {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final InstrumentId UNKNOWN = InstrumentId.of("WHAT-USD.BITSTAMP");

    final List<ExecutionReport> reports = new ArrayList<>();
    final List<String> clocks = new ArrayList<>();
    final List<String> dropped = new ArrayList<>();
    /** Sequences of trades stamped too far ahead. */
    final List<Long> refuted = new ArrayList<>();

    private final PaperStore store = PaperStore.inMemory();
    private PaperMarket market = open();
    private long sequence;

    /** The venue after a restart. */
    void restart() {
        market = open();
    }

    /** Says something of the first trade. */
    void amend(TradeAction action, long time, String price) {
        market.trade(
                new Trade(BTC, time, ++sequence, Price.of(price), Quantity.of("1"), AggressorSide.UNKNOWN, action, 1));
    }

    void trade(long time, String price) {
        trade(time, price, "1");
    }

    void trade(long time, String price, String quantity) {
        market.trade(new Trade(BTC, time, ++sequence, Price.of(price), Quantity.of(quantity), AggressorSide.UNKNOWN));
    }

    void marketClock(long time) {
        market.marketClock(Clock.of(BTC, time));
    }

    /** Both risk tasks have decided up to a time. */
    void decided(long time) {
        decided(0, time);
        decided(1, time);
    }

    void decided(int task, long time) {
        market.riskClock(new Clock(BTC, task, time, null, 0));
    }

    void submit(String orderId, OrderTerms terms, long decidedAt) {
        submit(orderId, "alpha", terms, decidedAt);
    }

    void submit(String orderId, String account, OrderTerms terms, long decidedAt) {
        market.command(command(orderId, orderId, Action.SUBMIT, account, BTC, terms, Ordering.EVENT_TIME, decidedAt));
    }

    void submitUnknown(String orderId, OrderTerms terms, long decidedAt) {
        market.riskClock(new Clock(UNKNOWN, 0, decidedAt, null, 0));
        market.riskClock(new Clock(UNKNOWN, 1, decidedAt, null, 0));
        market.command(
                command(orderId, orderId, Action.SUBMIT, "alpha", UNKNOWN, terms, Ordering.EVENT_TIME, decidedAt));
        market.marketClock(Clock.of(UNKNOWN, decidedAt + 1000));
    }

    void submitOnArrival(String orderId, OrderTerms terms, long decidedAt) {
        market.command(command(orderId, orderId, Action.SUBMIT, "alpha", BTC, terms, Ordering.ARRIVAL, decidedAt));
    }

    void cancel(String intentId, String orderId, long decidedAt) {
        market.command(command(orderId, intentId, Action.CANCEL, "alpha", BTC, null, Ordering.EVENT_TIME, decidedAt));
    }

    /** Every report in words: order, number, type, quantity at price, time. */
    List<String> words() {
        return reports.stream()
                .map(report -> report.orderId() + " " + report.reportNumber() + " " + report.type()
                        + (report.type().isFill() ? " " + report.lastQuantity() + " at " + report.lastPrice() : "")
                        + " @" + report.eventTimeNanos())
                .toList();
    }

    @Override
    public void report(ExecutionReport report) {
        reports.add(report);
    }

    @Override
    public void clock(String accountId, Clock clock) {
        clocks.add(accountId + " " + clock.timeNanos());
    }

    @Override
    public void dropped(VenueCommand command, String reason) {
        dropped.add(command.intentId() + " " + reason);
    }

    @Override
    public void refuted(Trade trade) {
        refuted.add(trade.sequence());
    }

    private PaperMarket open() {
        return new PaperMarket(2, new LatencyModel(50), new SlippageModel(10), (id, nanos) -> rules(id), store, this);
    }

    private static VenueCommand command(
            String orderId,
            String intentId,
            Action action,
            String account,
            InstrumentId instrument,
            OrderTerms terms,
            Ordering ordering,
            long decidedAt) {
        return new VenueCommand(
                orderId, intentId, action, "paper", account, "rsi", instrument, terms, ordering, decidedAt);
    }

    private static Instrument rules(InstrumentId id) {
        return id.equals(UNKNOWN)
                ? null
                : new Instrument(
                        id,
                        1,
                        "BTC",
                        "USD",
                        Price.of("0.01"),
                        Quantity.of("0.01"),
                        Quantity.of("0.01"),
                        Quantity.of("1000"),
                        20,
                        5,
                        0);
    }
}
