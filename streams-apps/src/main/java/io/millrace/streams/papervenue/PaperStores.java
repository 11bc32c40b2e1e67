package io.millrace.streams.papervenue;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.execution.MarketEvent;
import io.millrace.core.execution.MarketLane;
import io.millrace.core.execution.PaperAccounts;
import io.millrace.core.execution.PaperClocks;
import io.millrace.core.execution.PaperOrder;
import io.millrace.core.execution.PaperStore;
import io.millrace.core.execution.QueuedCommand;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.TradeSequence;
import io.millrace.core.order.VenueCommand;
import io.millrace.streams.papervenue.InstrumentEntries.Name;
import io.millrace.streams.state.AvroFormat;
import io.millrace.streams.state.EntityStore;
import io.millrace.streams.state.StateSection;
import io.millrace.streams.state.StepState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The state of one task of the paper venue: clocks, orders and waiting market events of its instruments. */
final class PaperStores implements PaperStore {
    private static final String STORE = "papervenue-state";

    private final int riskTasks;
    private final EntityStore<VenueInstrument> instruments;
    private final EntityStore<PaperOrdersCodec.Kept> accounts;
    private final InstrumentEntries<PaperOrder> orders;
    private final InstrumentEntries<QueuedCommand> commands;
    private final MarketEventsStore trades;
    private final MarketEventsStore quotes;

    PaperStores(ProcessorContext<?, ?> context, int riskTasks) {
        this.riskTasks = riskTasks;
        instruments = new EntityStore<>(
                StateSection.of(context, STORE, "instruments"),
                new AvroFormat<>(VenueInstrument.CODEC),
                VenueInstrument::name);
        accounts = new EntityStore<>(
                StateSection.of(context, STORE, "orders"),
                new AvroFormat<>(PaperOrdersCodec.ACCOUNTS),
                kept -> kept.accounts().instrument().toString());
        orders = new InstrumentEntries<>(
                StateSection.of(context, STORE, "order"),
                new AvroFormat<>(PaperOrdersCodec.ORDER),
                order -> new Name(order.command().instrument(), order.command().orderId()));
        commands = new InstrumentEntries<>(
                StateSection.of(context, STORE, "command"),
                new AvroFormat<>(PaperOrdersCodec.QUEUED),
                queued -> nameOf(queued.command()));
        trades = new MarketEventsStore(StateSection.of(context, STORE, "events"), EventBlockFormat.ofTrades());
        quotes = new MarketEventsStore(StateSection.of(context, STORE, "quotes"), EventBlockFormat.ofQuotes());
        List.copyOf(accounts.all()).stream()
                .filter(PaperOrdersCodec.Kept::isOfAnEarlierVersion)
                .forEach(kept -> {
                    orders.adopt(kept.orders());
                    commands.adopt(kept.commands());
                    put(kept.accounts());
                });
    }

    private static Name nameOf(VenueCommand command) {
        return new Name(command.instrument(), command.orderId() + ' ' + command.action() + ' ' + command.intentId());
    }

    static void addTo(Topology topology, String processor) {
        topology.addStateStore(StateSection.store(STORE), processor);
    }

    List<StepState> state() {
        return List.of(instruments, accounts, orders, commands, trades, quotes);
    }

    /** Takes the source's number of an instrument's next trade. */
    TradeSequence.Verdict nextTrade(InstrumentId instrument, long sequence) {
        return next(instrument, VenueInstrument::trades, sequence);
    }

    /** Takes the source's number of an instrument's next quote. */
    TradeSequence.Verdict nextQuote(InstrumentId instrument, long sequence) {
        return next(instrument, VenueInstrument::quotes, sequence);
    }

    private TradeSequence.Verdict next(
            InstrumentId instrument, Function<VenueInstrument, TradeSequence.State> of, long sequence) {
        var known = known(instrument);
        var next = known.at(known.clocks());
        var verdict = TradeSequence.next(of.apply(next), sequence);
        if (!verdict.isDuplicate()) {
            instruments.put(next);
        }
        return verdict;
    }

    private VenueInstrument known(InstrumentId instrument) {
        var known = instruments.get(instrument.toString());
        return known == null ? VenueInstrument.first(PaperClocks.none(instrument, riskTasks)) : known;
    }

    @Override
    public PaperClocks clocks(InstrumentId instrument) {
        var known = instruments.get(instrument.toString());
        return known == null ? null : forAllTasks(known.clocks());
    }

    @Override
    public void put(PaperClocks clocks) {
        instruments.put(known(clocks.instrument()).at(clocks));
    }

    @Override
    public PaperAccounts accounts(InstrumentId instrument) {
        var kept = accounts.get(instrument.toString());
        return kept == null ? null : kept.accounts();
    }

    @Override
    public void put(PaperAccounts next) {
        accounts.put(new PaperOrdersCodec.Kept(next, List.of(), List.of()));
    }

    @Override
    public Collection<QueuedCommand> commands(InstrumentId instrument) {
        return commands.takeAll(instrument);
    }

    @Override
    public void put(QueuedCommand command) {
        commands.put(command);
    }

    @Override
    public void remove(QueuedCommand command) {
        commands.remove(command);
    }

    @Override
    public Collection<PaperOrder> orders(InstrumentId instrument) {
        return orders.takeAll(instrument);
    }

    @Override
    public void put(PaperOrder order) {
        orders.put(order);
    }

    @Override
    public void remove(PaperOrder order) {
        orders.remove(order);
    }

    @Override
    public MarketEvent event(InstrumentId instrument, MarketLane.Kind lane, long number) {
        return events(lane).event(instrument, number);
    }

    @Override
    public void put(MarketLane.Kind lane, long number, MarketEvent event) {
        events(lane).put(number, event);
    }

    @Override
    public void remove(InstrumentId instrument, MarketLane.Kind lane, long number) {
        events(lane).remove(instrument, number);
    }

    private MarketEventsStore events(MarketLane.Kind lane) {
        return lane == MarketLane.Kind.PRINTS ? trades : quotes;
    }

    /** Risk may have got more tasks since the clocks were kept. */
    private PaperClocks forAllTasks(PaperClocks clocks) {
        if (clocks.riskNanos().size() >= riskTasks) {
            return clocks;
        }
        List<Long> risk = new ArrayList<>(clocks.riskNanos());
        while (risk.size() < riskTasks) {
            risk.add(InstrumentClocks.NEVER);
        }
        return new PaperClocks(
                clocks.instrument(),
                clocks.prints(),
                clocks.quotes(),
                clocks.matchedNanos(),
                List.copyOf(risk),
                clocks.seen());
    }
}
