package io.millrace.streams.control;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.portfolio.Account;
import io.millrace.core.risk.Control;
import io.millrace.core.risk.ControlBook;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * What people have set, for one task: derived from the global stores, and derived anew when one of them has changed. It
 * changes between two records only, never within a step.
 */
public final class ControlView implements Control {
    private record Source<V>(ControlVersions<V> versions, BiConsumer<ControlBook, V> put) {
        void copyInto(ControlBook book) {
            versions.all().forEach(version -> put.accept(book, version));
        }
    }

    private final List<Source<?>> sources = new ArrayList<>();
    private ControlBook book = new ControlBook();
    private long changes = -1;

    private ControlView() {}

    /** Accounts, policies, strategies and instruments. */
    public static ControlView ofAll(ProcessorContext<?, ?> context) {
        return new ControlView()
                .with(ControlTopic.ACCOUNTS, context, ControlBook::put)
                .with(ControlTopic.POLICIES, context, ControlBook::put)
                .with(ControlTopic.STRATEGIES, context, ControlBook::put)
                .with(ControlTopic.INSTRUMENTS, context, ControlBook::put);
    }

    /** Instruments alone. */
    public static ControlView ofInstruments(ProcessorContext<?, ?> context) {
        return new ControlView().with(ControlTopic.INSTRUMENTS, context, ControlBook::put);
    }

    /** Accounts, strategies and instruments. */
    public static ControlView ofAccounts(ProcessorContext<?, ?> context) {
        return new ControlView()
                .with(ControlTopic.ACCOUNTS, context, ControlBook::put)
                .with(ControlTopic.STRATEGIES, context, ControlBook::put)
                .with(ControlTopic.INSTRUMENTS, context, ControlBook::put);
    }

    /** Takes over what has changed; called before each step. Returns whether anything has. */
    public boolean refresh() {
        long now = 0;
        for (var source : sources) {
            now += source.versions().changes();
        }
        if (now == changes) {
            return false;
        }
        var fresh = new ControlBook();
        sources.forEach(source -> source.copyInto(fresh));
        book = fresh;
        changes = now;
        return true;
    }

    @Override
    public Rules rules(OrderIntent intent, long nanos) {
        return book.rules(intent, nanos);
    }

    @Override
    public Policy policy(String accountId, long nanos) {
        return book.policy(accountId, nanos);
    }

    @Override
    public Account account(String accountId, long nanos) {
        return book.account(accountId, nanos);
    }

    @Override
    public SortedMap<InstrumentId, Long> traded(String accountId, long nanos) {
        return book.traded(accountId, nanos);
    }

    @Override
    public Instrument instrument(InstrumentId instrument, long nanos) {
        return book.instrument(instrument, nanos);
    }

    private <V> ControlView with(
            ControlTopic<V> topic, ProcessorContext<?, ?> context, BiConsumer<ControlBook, V> put) {
        sources.add(new Source<>(topic.versions(context), put));
        return this;
    }
}
