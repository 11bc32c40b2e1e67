package io.millrace.streams.papervenue;

import io.millrace.core.clock.Clock;
import io.millrace.core.execution.MarketEvent;
import io.millrace.core.execution.PaperMarket;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.PaperOutput;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.routing.Router;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import io.millrace.streams.control.ControlView;
import io.millrace.streams.wire.DeadLetterSink;
import io.millrace.streams.wire.Inlet;
import io.millrace.streams.wire.Outlet;
import io.millrace.streams.wire.StageProcessor;
import io.millrace.streams.wire.Step;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task of the paper venue: hands market events, commands and clocks to the core's paper market and keeps its state. */
final class PaperVenueProcessor extends StageProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(PaperVenueProcessor.class);

    private final SchemaRegistry registry;
    private final Outlet<ExecutionReport> reports;
    private final int riskTasks;
    private final PaperModels models;
    private final PaperVenueMeters meters;
    private ControlView control;
    private PaperStores stores;
    private PaperMarket market;

    PaperVenueProcessor(
            SchemaRegistry registry,
            DeadLetterSink deadLetters,
            Outlet<ExecutionReport> reports,
            int riskTasks,
            PaperModels models,
            PaperVenueMeters meters) {
        super(deadLetters);
        this.registry = registry;
        this.reports = reports;
        this.riskTasks = riskTasks;
        this.models = models;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        control = ControlView.ofInstruments(context);
        control.refresh();
        super.init(context);
    }

    @Override
    protected Loaded load(ProcessorContext<Object, Object> context, Step output) {
        stores = new PaperStores(context, riskTasks);
        market = new PaperMarket(riskTasks, models, control::instrument, stores, outputOf(output));
        return new Loaded(inlets(), stores.state());
    }

    private List<Inlet<?>> inlets() {
        var inlets = new ArrayList<Inlet<?>>();
        inlets.add(Inlet.of(Topics.TRADES, registry, this::trade, clock -> market.marketClock(clock)));
        inlets.add(Inlet.of(Topics.VENUE_COMMANDS, registry, this::command, clock -> market.riskClock(clock)));
        if (models.sources().hasQuotes()) {
            inlets.add(Inlet.of(Topics.QUOTES, registry, this::quote, clock -> market.quotesClock(clock)));
        }
        return List.copyOf(inlets);
    }

    @Override
    protected void prepare() {
        control.refresh();
    }

    private void trade(Trade trade) {
        var verdict = stores.nextTrade(trade.instrument(), trade.sequence());
        if (verdict.isDuplicate()) {
            meters.duplicateTrade();
            return;
        }
        if (verdict.missing() > 0) {
            meters.missingTrades(verdict.missing());
        }
        market.trade(trade);
    }

    private void quote(Quote quote) {
        if (stores.nextQuote(quote.instrument(), quote.sequence()).isDuplicate()) {
            meters.duplicateQuote();
        } else {
            market.quote(quote);
        }
    }

    /** Other venues read the same topic. */
    private void command(VenueCommand command) {
        if (command.venue().equals(Router.PAPER)) {
            market.command(command);
        }
    }

    /** Risk waits for what the venue says. */
    private PaperOutput outputOf(Step step) {
        var context = step.context();
        return new PaperOutput() {
            @Override
            public void report(ExecutionReport report) {
                step.emit(() -> {
                    reports.send(context, report, report.intentId());
                    meters.reported(report);
                    step.commitNow();
                });
            }

            @Override
            public void clock(String accountId, Clock clock) {
                step.emit(() -> {
                    reports.tick(context, accountId, clock);
                    step.commitSoon();
                });
            }

            @Override
            public void refuted(MarketEvent event) {
                LOG.warn("market event {} of {} refused: stamped too far ahead", event.sequence(), event.instrument());
                step.emit(meters::futureEvent);
            }

            @Override
            public void dropped(VenueCommand command, String reason) {
                LOG.warn("command of intent {} dropped: {}", command.intentId(), reason);
                step.emit(() -> meters.dropped(reason));
            }
        };
    }
}
