package io.millrace.gateway.control;

import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderIntent;
import io.millrace.gateway.control.ManualOrderTable.Numbered;
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
import java.util.stream.IntStream;

/**
 * What people ask for: orders, replaces, cancels and commands to accounts, intents of the strategy {@code manual} that
 * are taken up on arrival. An intent's id follows from the account and the call's Idempotency-Key; without one it is
 * random.
 */
public final class ManualOrders {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int MOST_UNDECIDED = 1_000;

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

    /** Asks for a new order, or a group of them. */
    public Answer submit(Call call, Wish wish, Function<OrderIntent, Answer> answer) {
        var references = List.of(
                new Reference(Kind.ACCOUNT, "/accountId", wish.accountId()),
                new Reference(Kind.INSTRUMENT, "/instrument", wish.instrument().toString()));
        return writes.once(call, connection -> {
            Reference.requireAll(connection, references);
            return answer.apply(write(connection, call, wish));
        });
    }

    /** What people asked for, as the write that is under way sees it. */
    public record Asked(Connection connection) {
        /** A submitted order by its id, or the group that it is attached in. */
        public Optional<OrderIntent> find(String orderId) throws SQLException {
            return ManualOrders.find(connection, orderId);
        }
    }

    /** What is to be asked for. */
    @FunctionalInterface
    public interface Change {
        Wish of(Asked asked) throws SQLException;
    }

    /**
     * Asks for a change of an order.
     *
     * @param change made within the write, so that a repeated call gets its earlier answer whatever became of the order
     */
    public Answer change(Call call, Change change, Function<OrderIntent, Answer> answer) {
        return writes.once(call, connection -> answer.apply(write(connection, call, change.of(new Asked(connection)))));
    }

    /** Commands an account; a problem (404) if there is none of that id. */
    public Answer command(Call call, Action action, String accountId, Function<OrderIntent, Answer> answer) {
        return writes.once(call, connection -> {
            if (!Kind.ACCOUNT.table().exists(connection, accountId)) {
                throw Kind.ACCOUNT.unknown(accountId).exception();
            }
            return answer.apply(write(connection, call, Wish.command(action, accountId, reason(action, call))));
        });
    }

    /** Commands every account there is, in one transaction. */
    public Answer commandAll(Call call, Action action, Function<List<OrderIntent>, Answer> answer) {
        return writes.once(call, connection -> {
            // By id, so that two who command all of them wait for each other instead of both.
            var wishes = Kind.ACCOUNT.table().latest(connection).stream()
                    .map(account -> Wish.command(action, account.entity().accountId(), reason(action, call)))
                    .toList();
            return answer.apply(write(connection, call, wishes));
        });
    }

    /** The intent that asked for an order, as the first or as one that is attached. */
    public Optional<OrderIntent> find(String orderId) {
        return store.read(connection -> find(connection, orderId));
    }

    private static Optional<OrderIntent> find(Connection connection, String orderId) throws SQLException {
        if (!UUID_TEXT.matcher(orderId).matches()) {
            return Optional.empty();
        }
        var first = ManualOrderTable.find(connection, UUID.fromString(orderId));
        return first.isPresent() ? first : attached(connection, orderId);
    }

    /** Only until risk has decided, so among the latest. */
    private static Optional<OrderIntent> attached(Connection connection, String orderId) throws SQLException {
        return ManualOrderTable.latest(connection, MOST_UNDECIDED).stream()
                .filter(intent -> IntStream.rangeClosed(1, intent.attached().size())
                        .anyMatch(leg -> OrderIds.leg(intent.intentId(), leg).equals(orderId)))
                .findFirst();
    }

    /** Submitted orders, latest first. */
    public List<OrderIntent> latest(int most) {
        return store.read(connection -> ManualOrderTable.latest(connection, most));
    }

    private OrderIntent write(Connection connection, Call call, Wish wish) throws SQLException {
        return write(connection, call, List.of(wish)).get(0);
    }

    /**
     * Writers of one account wait for each other: its intents are published in the order of their ordinals.
     *
     * @param wishes of different accounts
     */
    private List<OrderIntent> write(Connection connection, Call call, List<Wish> wishes) throws SQLException {
        Kind.ACCOUNT
                .table()
                .lock(connection, wishes.stream().map(Wish::accountId).toList());
        var ordinals = ManualOrderTable.nextOrdinals(
                connection, wishes.stream().map(ManualOrders::numbered).toList());
        long now = EventTime.nanos(clock.instant());
        var intents = wishes.stream()
                .map(wish -> wish.intent(intentId(call, wish.accountId()), ordinals.get(numbered(wish)), now))
                .toList();
        ManualOrderTable.insert(connection, intents, call.author());
        outbox.write(connection, Topics.INTENTS, intents, intent -> UUID.fromString(intent.intentId()));
        return intents;
    }

    private static Numbered numbered(Wish wish) {
        return new Numbered(wish.accountId(), wish.instrument());
    }

    private static String reason(Action action, Call call) {
        return action + " by " + call.author();
    }

    private static String intentId(Call call, String accountId) {
        return IdempotencyKeys.of(call)
                .map(key -> OrderIntent.MANUAL + "|" + accountId + "|" + key)
                .map(cause -> UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }
}
