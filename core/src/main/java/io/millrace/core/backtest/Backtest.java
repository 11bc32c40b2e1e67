package io.millrace.core.backtest;

import io.millrace.core.clock.BarTimeline;
import io.millrace.core.clock.Clock;
import io.millrace.core.clock.TradeIntake;
import io.millrace.core.execution.InMemoryPaperStore;
import io.millrace.core.execution.PaperMarket;
import io.millrace.core.execution.PaperOutput;
import io.millrace.core.market.Bar;
import io.millrace.core.market.InMemoryRetention;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeSequence;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.portfolio.InMemoryPortfolioStore;
import io.millrace.core.portfolio.PortfolioOutput;
import io.millrace.core.portfolio.PortfolioStage;
import io.millrace.core.risk.Control;
import io.millrace.core.risk.InMemoryRiskStore;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.RiskOutput;
import io.millrace.core.risk.RiskStage;
import io.millrace.core.routing.Router;
import io.millrace.core.strategy.RunnerState;
import io.millrace.core.strategy.StrategyBook;
import io.millrace.core.strategy.StrategyRunner;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * The stages of the platform in one thread. What a stage sends to another is delivered in the order it was sent, when the
 * sender is done; since decisions and fills depend on event time alone, they are those of any other order of arrival, so
 * those of the platform.
 *
 * <p>Trades, quotes and clocks of one instrument come in the order of its topic's partition; instruments may come mixed in
 * any way. What people wanted as it arrived is a different matter: it is decided when it comes, so it has to come where
 * it came live.
 */
public final class Backtest {
    private static final Router ROUTER = Router.paper();

    private final BacktestOutput output;
    private final StrategyRunner strategies;
    private final BarTimeline timeline;
    private final TradeIntake intake;
    private final RiskStage risk;
    private final PaperMarket venue;
    private final PortfolioStage portfolio;
    private final Map<InstrumentId, Tape> tapes = new HashMap<>();
    private final Map<InstrumentId, TradeSequence.State> trades = new HashMap<>();
    private final Map<InstrumentId, TradeSequence.State> quotes = new HashMap<>();
    private final ArrayDeque<Runnable> sent = new ArrayDeque<>();
    private Tape latest;
    private InstrumentId latestOf;

    /** @param control accounts, policies, instruments and strategies; each version counts from its own time on */
    public Backtest(Platform platform, StrategyBook strategies, Control control, BacktestOutput output) {
        this.output = output;
        this.strategies = new StrategyRunner(strategies);
        this.timeline = new BarTimeline(
                platform.intervalsNanos(), platform.latenessNanos(), platform.correctionsNanos(), platform.rules());
        this.intake = new TradeIntake(platform.rules().futureAfterNanos());
        this.risk = new RiskStage(0, new InMemoryRiskStore(), control, new FromRisk());
        this.venue =
                new PaperMarket(1, platform.models(), control::instrument, new InMemoryPaperStore(), new FromVenue());
        this.portfolio = new PortfolioStage(0, new InMemoryPortfolioStore(), control, new FromPortfolio());
    }

    /** The market traded. A trade that came before is dropped. */
    public void trade(Trade trade) {
        tape(trade.instrument()).trade(trade);
        if (isNew(trades, trade.instrument(), trade.sequence())) {
            venue.trade(trade);
        }
        deliver();
    }

    /** The best bid and ask changed: fills orders where the venue is set to quotes. One that came before is dropped. */
    public void quote(Quote quote) {
        if (isNew(quotes, quote.instrument(), quote.sequence())) {
            venue.quote(quote);
            deliver();
        }
    }

    /** Nothing more comes of the instrument's trades up to the clock. */
    public void clock(Clock market) {
        tape(market.instrument()).clock(market);
        venue.marketClock(market);
        deliver();
    }

    /** Nothing more comes of the instrument's quotes up to the clock. */
    public void quotesClock(Clock market) {
        venue.quotesClock(market);
        deliver();
    }

    /** Somebody else than a strategy wants something. */
    public void intent(OrderIntent intent) {
        output.intent(intent);
        risk.intent(intent);
        deliver();
    }

    /** The venue reads the market by itself. */
    private static boolean isNew(Map<InstrumentId, TradeSequence.State> seen, InstrumentId instrument, long sequence) {
        var last = seen.computeIfAbsent(instrument, any -> new TradeSequence.State());
        return !TradeSequence.next(last, sequence).isDuplicate();
    }

    private void deliver() {
        for (var next = sent.poll(); next != null; next = sent.poll()) {
            next.run();
        }
    }

    private Tape tape(InstrumentId instrument) {
        if (!instrument.equals(latestOf)) {
            latestOf = instrument;
            latest = tapes.computeIfAbsent(
                    instrument, any -> new Tape(timeline, intake, new InMemoryRetention(), new FromBars(), output));
        }
        return latest;
    }

    /** The strategies at work on an instrument's bars. */
    private final class FromBars implements BarTimeline.Output {
        private final RunnerState state = new RunnerState();

        @Override
        public void bar(Bar bar, long knownAtNanos) {
            output.bar(bar, knownAtNanos);
            // A decision that was taken is not taken back: strategies see what was said first.
            if (!bar.isRestatement()) {
                for (var intent : strategies.onBar(state, bar, knownAtNanos)) {
                    output.intent(intent);
                    sent.add(() -> risk.intent(intent));
                }
            }
        }

        @Override
        public void clock(Clock clock) {
            sent.add(() -> risk.signalsClock(clock));
        }
    }

    private final class FromRisk implements RiskOutput {
        @Override
        public void decided(RiskDecision decision) {
            output.decided(decision);
            for (var order : decision.orders()) {
                sent.add(() -> portfolio.approved(order));
            }
        }

        @Override
        public void approved(ApprovedOrder order) {
            var command = ROUTER.route(order);
            output.command(command);
            sent.add(() -> venue.command(command));
        }

        @Override
        public void clockToVenues(Clock clock) {
            sent.add(() -> venue.riskClock(clock));
        }

        @Override
        public void clockToPortfolio(Clock clock) {
            sent.add(() -> portfolio.riskClock(clock));
        }

        @Override
        public void duplicate(OrderIntent intent) {}

        @Override
        public void unvalued(String accountId, Clock mark, String reason) {
            output.refused(accountId + " at " + mark, reason);
        }

        @Override
        public void refused(ExecutionReport report, String reason) {
            output.refused(report.toString(), reason);
        }
    }

    private final class FromVenue implements PaperOutput {
        @Override
        public void report(ExecutionReport report) {
            output.report(report);
            sent.add(() -> {
                risk.report(report);
                portfolio.report(report);
            });
        }

        @Override
        public void clock(String accountId, Clock clock) {
            sent.add(() -> {
                risk.venueClock(clock);
                portfolio.venueClock(clock);
            });
        }

        @Override
        public void dropped(VenueCommand command, String reason) {
            output.refused(command.toString(), reason);
        }
    }

    private final class FromPortfolio implements PortfolioOutput {
        @Override
        public void position(AccountPosition position) {
            output.position(position);
        }

        @Override
        public void equity(EquityPoint point) {
            output.equity(point);
        }

        @Override
        public void clock(Clock clock) {}

        @Override
        public void unvalued(String accountId, Clock mark, String reason) {
            output.refused(accountId + " at " + mark, reason);
        }

        @Override
        public void refused(ExecutionReport report, String reason) {
            output.refused(report.toString(), reason);
        }
    }
}
