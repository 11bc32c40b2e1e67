package io.millrace.core.execution;

import io.millrace.core.market.InstrumentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the paper venue's state survives a restart. Getters answer null, or nothing, for what was never put. */
public interface PaperStore {
    PaperClocks clocks(InstrumentId instrument);

    void put(PaperClocks clocks);

    PaperAccounts accounts(InstrumentId instrument);

    void put(PaperAccounts accounts);

    /** Commands on their way; asked for once after a start. */
    Collection<QueuedCommand> commands(InstrumentId instrument);

    void put(QueuedCommand command);

    void remove(QueuedCommand command);

    /** Open orders, and the final ones that are still remembered; asked for once after a start. */
    Collection<PaperOrder> orders(InstrumentId instrument);

    void put(PaperOrder order);

    void remove(PaperOrder order);

    /** The market event of a number; numbers grow by one per instrument and lane. */
    MarketEvent event(InstrumentId instrument, MarketLane.Kind lane, long number);

    void put(MarketLane.Kind lane, long number, MarketEvent event);

    /** Events are removed from the earliest on. */
    void remove(InstrumentId instrument, MarketLane.Kind lane, long number);

    static PaperStore inMemory() {
        return new PaperStore() {
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
        };
    }
}
