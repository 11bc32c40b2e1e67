package io.millrace.streams.papervenue;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.execution.MarketEvent;
import io.millrace.core.execution.PaperClocks;
import io.millrace.core.execution.PaperOrders;
import io.millrace.core.execution.PaperStore;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.TradeSequence;
import io.millrace.streams.state.AvroFormat;
import io.millrace.streams.state.EntityStore;
import io.millrace.streams.state.StateSection;
import io.millrace.streams.state.StepState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The state of one task of the paper venue: clocks, orders and waiting trades of its instruments. */
final class PaperStores implements PaperStore {
    private static final String STORE = "papervenue-state";

    private final int riskTasks;
    private final EntityStore<VenueInstrument> instruments;
    private final EntityStore<PaperOrders> orders;
    private final MarketEventsStore events;
    private final Map<InstrumentId, TradeSequence.State> sequences = new HashMap<>();

    PaperStores(ProcessorContext<?, ?> context, int riskTasks) {
        this.riskTasks = riskTasks;
        instruments = new EntityStore<>(
                StateSection.of(context, STORE, "instruments"),
                new AvroFormat<>(VenueInstrument.CODEC, VenueInstrument.WITHOUT_HELD),
                VenueInstrument::name);
        orders = new EntityStore<>(
                StateSection.of(context, STORE, "orders"),
                new AvroFormat<>(PaperOrdersCodec.CODEC),
                known -> known.instrument().toString());
        events = new MarketEventsStore(StateSection.of(context, STORE, "events"));
        instruments.all().forEach(known -> sequences.put(known.clocks().instrument(), known.sequence()));
    }

    static void addTo(Topology topology, String processor) {
        topology.addStateStore(StateSection.store(STORE), processor);
    }

    List<StepState> state() {
        return List.of(instruments, orders, events);
    }

    /** The source's numbers of an instrument; a change is kept with the instrument's clocks. */
    TradeSequence.State sequence(InstrumentId instrument) {
        return sequences.computeIfAbsent(instrument, i -> new TradeSequence.State());
    }

    @Override
    public PaperClocks clocks(InstrumentId instrument) {
        var known = instruments.get(instrument.toString());
        return known == null ? null : forAllTasks(known.clocks());
    }

    @Override
    public void put(PaperClocks clocks) {
        instruments.put(new VenueInstrument(clocks, sequence(clocks.instrument())));
    }

    @Override
    public PaperOrders orders(InstrumentId instrument) {
        return orders.get(instrument.toString());
    }

    @Override
    public void put(PaperOrders next) {
        orders.put(next);
    }

    @Override
    public MarketEvent event(InstrumentId instrument, long number) {
        return events.event(instrument, number);
    }

    @Override
    public void put(InstrumentId instrument, long number, MarketEvent event) {
        events.put(instrument, number, event);
    }

    @Override
    public void remove(InstrumentId instrument, long number) {
        events.remove(instrument, number);
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
                clocks.market(),
                clocks.matchedNanos(),
                List.copyOf(risk),
                clocks.firstEvent(),
                clocks.nextEvent(),
                clocks.held());
    }
}
