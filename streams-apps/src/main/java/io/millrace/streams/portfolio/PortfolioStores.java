package io.millrace.streams.portfolio;

import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Moment;
import io.millrace.core.clock.Pending;
import io.millrace.core.clock.TaskClocks;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.PortfolioStore;
import io.millrace.schemas.Codec;
import io.millrace.schemas.Topics;
import io.millrace.streams.avro.BookState;
import io.millrace.streams.state.AvroFormat;
import io.millrace.streams.state.BookCodec;
import io.millrace.streams.state.ClocksStore;
import io.millrace.streams.state.EntityStore;
import io.millrace.streams.state.MarksStore;
import io.millrace.streams.state.PendingStore;
import io.millrace.streams.state.StateCodec;
import io.millrace.streams.state.StateSection;
import io.millrace.streams.state.StepState;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The state of one portfolio task: its books, what waits, marks and clocks. */
final class PortfolioStores implements PortfolioStore {
    private static final String STORE = "portfolio-state";
    private static final Codec<AccountBook> BOOK =
            StateCodec.of(BookState.getClassSchema(), BookState.class, BookCodec::toAvro, BookCodec::fromAvro);

    private final EntityStore<AccountBook> books;
    private final PendingStore<ExecutionReport> pending;
    private final MarksStore marks;
    private final ClocksStore clocks;

    PortfolioStores(ProcessorContext<?, ?> context) {
        books = new EntityStore<>(
                StateSection.of(context, STORE, "books"), new AvroFormat<>(BOOK), AccountBook::accountId);
        pending = new PendingStore<>(
                StateSection.of(context, STORE, "pending"),
                new AvroFormat<>(Topics.EXECUTION_REPORTS.codec()),
                ExecutionReport::accountId,
                Moment::of);
        marks = new MarksStore(StateSection.of(context, STORE, "marks"));
        clocks = new ClocksStore(StateSection.of(context, STORE, "clocks"));
    }

    static void addTo(Topology topology, String processor) {
        topology.addStateStore(StateSection.store(STORE), processor);
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
