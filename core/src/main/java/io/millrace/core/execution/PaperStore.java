package io.millrace.core.execution;

import io.millrace.core.market.InstrumentId;
import java.util.HashMap;
import java.util.Map;

/** Where the paper venue's state survives a restart. Each getter answers null for what was never put. */
public interface PaperStore {
    PaperClocks clocks(InstrumentId instrument);

    void put(PaperClocks clocks);

    PaperOrders orders(InstrumentId instrument);

    void put(PaperOrders orders);

    /** The market event of a number; numbers grow by one per instrument. */
    MarketEvent event(InstrumentId instrument, long number);

    void put(InstrumentId instrument, long number, MarketEvent event);

    void remove(InstrumentId instrument, long number);

    static PaperStore inMemory() {
        return new PaperStore() {
            private final Map<InstrumentId, PaperClocks> clocks = new HashMap<>();
            private final Map<InstrumentId, PaperOrders> orders = new HashMap<>();
            private final Map<InstrumentId, Map<Long, MarketEvent>> events = new HashMap<>();

            @Override
            public PaperClocks clocks(InstrumentId instrument) {
                return clocks.get(instrument);
            }

            @Override
            public void put(PaperClocks next) {
                clocks.put(next.instrument(), next);
            }

            @Override
            public PaperOrders orders(InstrumentId instrument) {
                return orders.get(instrument);
            }

            @Override
            public void put(PaperOrders next) {
                orders.put(next.instrument(), next);
            }

            @Override
            public MarketEvent event(InstrumentId instrument, long number) {
                return of(instrument).get(number);
            }

            @Override
            public void put(InstrumentId instrument, long number, MarketEvent event) {
                of(instrument).put(number, event);
            }

            @Override
            public void remove(InstrumentId instrument, long number) {
                of(instrument).remove(number);
            }

            private Map<Long, MarketEvent> of(InstrumentId instrument) {
                return events.computeIfAbsent(instrument, i -> new HashMap<>());
            }
        };
    }
}
