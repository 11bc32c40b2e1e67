package io.millrace.gateway.control;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.json.EventTime;
import io.millrace.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Orders and cancels that people ask for: intents of the strategy {@code manual}, taken up on arrival. An intent's id
 * follows from the account and the call's Idempotency-Key; without one it is random.
 */
public final class ManualOrders {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ControlStore store;
    private final Writes writes;
    private final Outbox outbox;
    private final InstantSource clock;

    public ManualOrders(ControlStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.writes = new Writes(store);
        this.outbox = outbox;
        this.clock = clock;
    }

    public Answer submit(
            Call call,
            String accountId,
            InstrumentId instrument,
            OrderTerms terms,
            String reason,
            Function<OrderIntent, Answer> answer) {
        var references = List.of(
                new Reference(Kind.ACCOUNT, "/accountId", accountId),
                new Reference(Kind.INSTRUMENT, "/instrument", instrument.toString()));
        return writes.once(call, connection -> {
            Reference.requireAll(connection, references);
            var intent = new OrderIntent(
                    intentId(call, accountId),
                    Action.SUBMIT,
                    OrderIntent.MANUAL,
                    0,
                    accountId,
                    instrument,
                    ordinal(connection, accountId, instrument),
                    EventTime.nanos(clock.instant()),
                    Ordering.ARRIVAL,
                    terms,
                    null,
                    reason);
            write(connection, intent, call.author());
            return answer.apply(intent);
        });
    }

    /** Asks for the cancel of an order of the account in the instrument. */
    public Answer cancel(
            Call call,
            String accountId,
            InstrumentId instrument,
            String orderId,
            Function<OrderIntent, Answer> answer) {
        return writes.once(call, connection -> {
            var intent = new OrderIntent(
                    intentId(call, accountId),
                    Action.CANCEL,
                    OrderIntent.MANUAL,
                    0,
                    accountId,
                    instrument,
                    ordinal(connection, accountId, instrument),
                    EventTime.nanos(clock.instant()),
                    Ordering.ARRIVAL,
                    null,
                    orderId,
                    "canceled by " + call.author());
            write(connection, intent, call.author());
            return answer.apply(intent);
        });
    }

    /** A submitted order by its id. */
    public Optional<OrderIntent> find(String orderId) {
        return UUID_TEXT.matcher(orderId).matches()
                ? store.read(connection -> ManualOrderTable.find(connection, UUID.fromString(orderId)))
                : Optional.empty();
    }

    /** Submitted orders, latest first. */
    public List<OrderIntent> latest(int most) {
        return store.read(connection -> ManualOrderTable.latest(connection, most));
    }

    /** Writers of one account wait for each other: its intents are published in the order of their ordinals. */
    private static long ordinal(Connection connection, String accountId, InstrumentId instrument) throws SQLException {
        Kind.ACCOUNT.table().lock(connection, accountId);
        return ManualOrderTable.nextOrdinal(connection, accountId, instrument);
    }

    private void write(Connection connection, OrderIntent intent, String author) throws SQLException {
        ManualOrderTable.insert(connection, intent, author);
        var id = UUID.fromString(intent.intentId());
        outbox.write(connection, Topics.INTENTS, intent, id, intent.intentId());
    }

    private static String intentId(Call call, String accountId) {
        return IdempotencyKeys.of(call)
                .map(key -> OrderIntent.MANUAL + "|" + accountId + "|" + key)
                .map(cause -> UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }
}
