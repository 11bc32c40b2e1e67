package io.millrace.core.execution;

import io.millrace.core.market.InstrumentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** State of the paper venue that outlives the market. */
public final class InMemoryPaperStore implements PaperStore {
    private final Map<InstrumentId, PaperClocks> clocks = new HashMap<>();
    private final Map<InstrumentId, PaperAccounts> accounts = new HashMap<>();
    private final Map<InstrumentId, TreeSet<QueuedCommand>> commands = new HashMap<>();
    private final Map<InstrumentId, Map<String, PaperOrder>> orders = new HashMap<>();
    private final Map<InstrumentId, Map<Long, MarketEvent>> prints = new HashMap<>();
    private final Map<InstrumentId, Map<Long, MarketEvent>> quotes = new HashMap<>();

    @Override
    public PaperClocks clocks(InstrumentId instrument) {
        return clocks.get(instrument);
    }

    @Override
    public void put(PaperClocks next) {
        clocks.put(next.instrument(), next);
    }

    @Override
    public PaperAccounts accounts(InstrumentId instrument) {
        return accounts.get(instrument);
    }

    @Override
    public void put(PaperAccounts next) {
        accounts.put(next.instrument(), next);
    }

    @Override
    public Collection<QueuedCommand> commands(InstrumentId instrument) {
        return List.copyOf(commands.getOrDefault(instrument, new TreeSet<>()));
    }

    @Override
    public void put(QueuedCommand command) {
        commands.computeIfAbsent(command.command().instrument(), i -> new TreeSet<>())
                .add(command);
    }

    @Override
    public void remove(QueuedCommand command) {
        commands.get(command.command().instrument()).remove(command);
    }

    @Override
    public Collection<PaperOrder> orders(InstrumentId instrument) {
        return List.copyOf(orders.getOrDefault(instrument, Map.of()).values());
    }

    @Override
    public void put(PaperOrder order) {
        orders.computeIfAbsent(order.command().instrument(), i -> new TreeMap<>())
                .put(order.id(), order);
    }

    @Override
    public void remove(PaperOrder order) {
        orders.get(order.command().instrument()).remove(order.id());
    }

    @Override
    public MarketEvent event(InstrumentId instrument, MarketLane.Kind lane, long number) {
        return of(instrument, lane).get(number);
    }

    @Override
    public void put(MarketLane.Kind lane, long number, MarketEvent event) {
        of(event.instrument(), lane).put(number, event);
    }

    @Override
    public void remove(InstrumentId instrument, MarketLane.Kind lane, long number) {
        of(instrument, lane).remove(number);
    }

    private Map<Long, MarketEvent> of(InstrumentId instrument, MarketLane.Kind lane) {
        var events = lane == MarketLane.Kind.PRINTS ? prints : quotes;
        return events.computeIfAbsent(instrument, i -> new HashMap<>());
    }
}
