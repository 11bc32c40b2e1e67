package io.millrace.streams.state;

import io.millrace.core.clock.InstrumentClocks;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.market.InstrumentId;
import io.millrace.schemas.Codec;
import io.millrace.streams.avro.ClocksState;
import java.util.Collection;

/** A task's clocks, by instrument. */
public final class ClocksStore implements TaskClocks.Store, StepState {
    static final Codec<InstrumentClocks> CODEC = StateCodec.of(
            ClocksState.getClassSchema(),
            ClocksState.class,
            c -> new ClocksState(
                    c.instrument().toString(),
                    c.upstreamNanos(),
                    c.venueNanos(),
                    c.upstreamGivenUp(),
                    c.venueGivenUp(),
                    c.sentNanos()),
            s -> new InstrumentClocks(
                    InstrumentId.of(s.getInstrument()),
                    s.getUpstreamNanos(),
                    s.getVenueNanos(),
                    s.getUpstreamGivenUp(),
                    s.getVenueGivenUp(),
                    s.getSentNanos()));

    private final EntityStore<InstrumentClocks> instruments;

    public ClocksStore(StateSection section) {
        instruments = new EntityStore<>(
                section, new AvroFormat<>(CODEC), clocks -> clocks.instrument().toString());
    }

    @Override
    public Collection<InstrumentClocks> all() {
        return instruments.all();
    }

    @Override
    public void put(InstrumentClocks clocks) {
        instruments.put(clocks);
    }

    @Override
    public void write() {
        instruments.write();
    }
}
