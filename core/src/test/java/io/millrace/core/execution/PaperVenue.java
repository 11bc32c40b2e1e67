package io.millrace.core.execution;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.FeeSchedule;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.VenueCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A paper market with two risk tasks, a latency of 50 and a slippage of 10 bps, and what it sent. Times are small. */
final class PaperVenue implements PaperOutput {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final InstrumentId UNKNOWN = InstrumentId.of("WHAT-USD.BITSTAMP");

    final List<ExecutionReport> reports = new ArrayList<>();
    final List<String> clocks = new ArrayList<>();
    final List<String> dropped = new ArrayList<>();
    /** Sequences of trades stamped too far ahead. */
    final List<Long> refuted = new ArrayList<>();

    private final PaperStore store = new InMemoryPaperStore();
    private final PaperModels models;
    private FeeSchedule fees;
    private String calendar = "";
    private PaperMarket market;
    private long sequence;

    PaperVenue() {
        this(PaperModels.of(LATENCY, SlippageModel.fixed(10)));
    }

    PaperVenue(PaperModels models) {
        this.models = models;
        market = open();
    }

    /** A venue without slippage. */
    static PaperVenue plain() {
        return new PaperVenue(PaperModels.of(LATENCY, SlippageModel.none()));
    }

    /** A venue that matches against something else than trades. */
    static PaperVenue of(MarketSource source) {
        return new PaperVenue(
                PaperModels.of(LATENCY, SlippageModel.none()).with(MarketSources.of(BTC.toString(), source)));
    }

    /** What fills cost from now on. */
    void charge(FeeSchedule schedule) {
        fees = schedule;
    }

    /** When the instrument trades. */
    void open(String sessions) {
        calendar = sessions;
    }

    static final LatencyModel LATENCY = new LatencyModel(50);

    /** The venue after a restart. */
    void restart() {
        market = open();
    }

    /** Lets something else speak to the venue. */
    void send(Consumer<PaperMarket> message) {
        message.accept(market);
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

    void trade(long time, String price, String quantity, AggressorSide aggressor) {
        market.trade(new Trade(BTC, time, ++sequence, Price.of(price), Quantity.of(quantity), aggressor));
    }

    void quote(long time, String bid, String bidSize, String ask, String askSize) {
        market.quote(new Quote(
                BTC, time, ++sequence, Price.of(bid), Quantity.of(bidSize), Price.of(ask), Quantity.of(askSize)));
    }

    /** A bar of an interval of 100 that opens at a time. */
    void bar(long openTime, String open, String high, String low, String close, String volume) {
        market.bar(new Bar(
                BTC,
                openTime,
                100,
                Price.of(open),
                Price.of(high),
                Price.of(low),
                Price.of(close),
                Quantity.of(volume),
                Money.ZERO,
                Quantity.ZERO,
                1,
                openTime + 99));
    }

    void quotesClock(long time) {
        market.quotesClock(Clock.of(BTC, time));
    }

    /** Everything that the market and risk have to say up to a time. */
    void over(long time) {
        decided(time);
        market.marketClock(Clock.of(BTC, time));
        market.quotesClock(Clock.of(BTC, time));
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

    void replace(String intentId, String orderId, OrderTerms terms, long decidedAt) {
        market.command(command(orderId, intentId, Action.REPLACE, "alpha", BTC, terms, Ordering.EVENT_TIME, decidedAt));
    }

    /** An order of a group. */
    void submit(String orderId, OrderTerms terms, OrderLink link, long decidedAt) {
        submit(orderId, terms, link, Ordering.EVENT_TIME, decidedAt);
    }

    /** An order of a group that a person wants. */
    void submitOnArrival(String orderId, OrderTerms terms, OrderLink link, long decidedAt) {
        submit(orderId, terms, link, Ordering.ARRIVAL, decidedAt);
    }

    private void submit(String orderId, OrderTerms terms, OrderLink link, Ordering ordering, long decidedAt) {
        market.command(new VenueCommand(
                orderId,
                link.groupId(),
                Action.SUBMIT,
                "paper",
                "alpha",
                "rsi",
                BTC,
                terms,
                ordering,
                decidedAt,
                link));
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
    public void refuted(MarketEvent event) {
        refuted.add(event.sequence());
    }

    private PaperMarket open() {
        return new PaperMarket(2, models, (id, nanos) -> rules(id), store, this);
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

    private Instrument rules(InstrumentId id) {
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
                        0,
                        null,
                        null,
                        0,
                        0,
                        "",
                        calendar,
                        false,
                        fees);
    }
}
