package io.millrace.streams.risk;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.risk.RiskAccount;
import io.millrace.core.risk.RiskEvent;
import io.millrace.core.risk.RiskStore;
import io.millrace.schemas.Topics;
import io.millrace.streams.state.ClocksStore;
import io.millrace.streams.state.EntityStore;
import io.millrace.streams.state.EventSerde;
import io.millrace.streams.state.MarksStore;
import io.millrace.streams.state.PendingStore;
import io.millrace.streams.state.StateSerde;
import io.millrace.streams.state.StepState;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The state of one risk task: its accounts, what waits, marks and clocks. */
final class RiskStores implements RiskStore {
    private static final String ACCOUNTS = "risk-accounts";
    private static final String PENDING = "risk-pending";
    private static final String MARKS = "risk-marks";
    private static final String CLOCKS = "risk-clocks";

    private final EntityStore<RiskAccount> accounts;
    private final PendingStore<RiskEvent> pending;
    private final MarksStore marks;
    private final ClocksStore clocks;

    RiskStores(ProcessorContext<?, ?> context) {
        accounts = new EntityStore<>(ACCOUNTS, context, RiskAccount::accountId);
        pending = new PendingStore<>(PENDING, context, RiskEvent::accountId, RiskEvent::moment);
        marks = new MarksStore(MARKS, context);
        clocks = new ClocksStore(CLOCKS, context);
    }

    static void addTo(Topology topology, String processor) {
        topology.addStateStore(EntityStore.builder(ACCOUNTS, new StateSerde<>(RiskAccountCodec.CODEC)), processor)
                .addStateStore(
                        PendingStore.builder(
                                PENDING,
                                new EventSerde<RiskEvent>()
                                        .or(Topics.INTENTS.codec(), RiskEvent::intent, RiskEvent::of)
                                        .or(Topics.EXECUTION_REPORTS.codec(), RiskEvent::report, RiskEvent::of)),
                        processor)
                .addStateStore(MarksStore.builder(MARKS), processor)
                .addStateStore(ClocksStore.builder(CLOCKS), processor);
    }

    List<StepState> state() {
        return List.of(accounts, pending, marks, clocks);
    }

    @Override
    public Collection<RiskAccount> accounts() {
        return accounts.all();
    }

    @Override
    public void put(RiskAccount account) {
        accounts.put(account);
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
