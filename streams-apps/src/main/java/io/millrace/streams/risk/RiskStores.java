package io.millrace.streams.risk;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.risk.RiskAccount;
import io.millrace.core.risk.RiskEvent;
import io.millrace.core.risk.RiskStore;
import io.millrace.schemas.Topics;
import io.millrace.streams.state.AvroFormat;
import io.millrace.streams.state.ClocksStore;
import io.millrace.streams.state.EntityStore;
import io.millrace.streams.state.EventFormat;
import io.millrace.streams.state.MarksStore;
import io.millrace.streams.state.PendingStore;
import io.millrace.streams.state.StateSection;
import io.millrace.streams.state.StepState;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The state of one risk task: its accounts, what waits, marks and clocks. */
final class RiskStores implements RiskStore {
    private static final String STORE = "risk-state";

    private final EntityStore<RiskAccount> accounts;
    private final ExitsStore exits;
    private final PendingStore<RiskEvent> pending;
    private final MarksStore marks;
    private final ClocksStore clocks;

    RiskStores(ProcessorContext<?, ?> context) {
        exits = new ExitsStore(StateSection.of(context, STORE, "exits"));
        accounts = new EntityStore<>(
                StateSection.of(context, STORE, "accounts"),
                exits.with(new AvroFormat<>(RiskAccountCodec.CODEC)),
                RiskAccount::accountId);
        pending = new PendingStore<>(
                StateSection.of(context, STORE, "pending"),
                new EventFormat<RiskEvent>()
                        .or(Topics.INTENTS.codec(), RiskEvent::intent, RiskEvent::of)
                        .or(Topics.EXECUTION_REPORTS.codec(), RiskEvent::report, RiskEvent::of),
                RiskEvent::accountId,
                RiskEvent::moment);
        marks = new MarksStore(StateSection.of(context, STORE, "marks"));
        clocks = new ClocksStore(StateSection.of(context, STORE, "clocks"));
    }

    static void addTo(Topology topology, String processor) {
        topology.addStateStore(StateSection.store(STORE), processor);
    }

    List<StepState> state() {
        return List.of(accounts, exits, pending, marks, clocks);
    }

    @Override
    public Collection<RiskAccount> accounts() {
        return accounts.all();
    }

    @Override
    public void put(RiskAccount account) {
        accounts.put(account);
        exits.put(account.accountId(), account.track().exits());
    }

    @Override
    public Pending<RiskEvent> pending() {
        return pending;
    }

    @Override
    public MarkLog marks() {
        return marks;
    }

    @Override
    public TaskClocks.Store clocks() {
        return clocks;
    }
}
