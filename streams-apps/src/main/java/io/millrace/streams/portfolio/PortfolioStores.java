package io.millrace.streams.portfolio;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Moment;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.PortfolioStore;
import io.millrace.schemas.Topics;
import io.millrace.streams.avro.BookState;
import io.millrace.streams.state.BookCodec;
import io.millrace.streams.state.ClocksStore;
import io.millrace.streams.state.EntityStore;
import io.millrace.streams.state.MarksStore;
import io.millrace.streams.state.PendingStore;
import io.millrace.streams.state.StateCodec;
import io.millrace.streams.state.StateSerde;
import io.millrace.streams.state.StepState;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The state of one portfolio task: its books, what waits, marks and clocks. */
final class PortfolioStores implements PortfolioStore {
    private static final String BOOKS = "portfolio-books";
    private static final String PENDING = "portfolio-pending";
    private static final String MARKS = "portfolio-marks";
    private static final String CLOCKS = "portfolio-clocks";

    private final EntityStore<AccountBook> books;
    private final PendingStore<ExecutionReport> pending;
    private final MarksStore marks;
    private final ClocksStore clocks;

    PortfolioStores(ProcessorContext<?, ?> context) {
        books = new EntityStore<>(BOOKS, context, AccountBook::accountId);
        pending = new PendingStore<>(PENDING, context, ExecutionReport::accountId, Moment::of);
        marks = new MarksStore(MARKS, context);
        clocks = new ClocksStore(CLOCKS, context);
    }

    static void addTo(Topology topology, String processor) {
        var books = StateCodec.of(BookState.getClassSchema(), BookState.class, BookCodec::toAvro, BookCodec::fromAvro);
        var reports = new StateSerde<>(Topics.EXECUTION_REPORTS.codec());
        topology.addStateStore(EntityStore.builder(BOOKS, new StateSerde<>(books)), processor)
                .addStateStore(PendingStore.builder(PENDING, reports), processor)
                .addStateStore(MarksStore.builder(MARKS), processor)
                .addStateStore(ClocksStore.builder(CLOCKS), processor);
    }

    List<StepState> state() {
        return List.of(books, pending, marks, clocks);
    }

    @Override
    public Collection<AccountBook> books() {
        return books.all();
    }

    @Override
    public void put(AccountBook book) {
        books.put(book);
    }

    @Override
    public Pending<ExecutionReport> pending() {
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
