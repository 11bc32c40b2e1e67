package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The entities of one kind. Every write makes the next version and one outbox row, in one transaction.
 *
 * @param <T> the kind
 */
public final class Entities<T> {
    private static final String IF_MATCH = "if-match";

    private final Kind<T> kind;
    private final VersionedTable<T> table;
    private final ControlStore store;
    private final Writes writes;
    private final Outbox outbox;
    private final InstantSource clock;

    public Entities(Kind<T> kind, ControlStore store, Outbox outbox, InstantSource clock) {
        this.kind = kind;
        this.table = kind.table();
        this.store = store;
        this.writes = new Writes(store);
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The latest version. */
    public Answer get(String id) {
        var stored = store.read(connection -> table.latest(connection, id))
                .orElseThrow(() -> kind.unknown(id).exception());
        return answer(200, stored, Map.of());
    }

    /** The latest version of each, under {@code field}. */
    public Answer list(String field) {
        var all = store.read(table::latest);
        ObjectNode body = Json.object();
        body.set(field, Json.array(all.stream().map(table::json)));
        return Answer.json(200, body);
    }

    /** Reads an entity from a body. */
    public Document.Draft<T> draft(String id, Fields fields) {
        return table.document().read(id, fields, clock.instant());
    }

    /** Writes the first version; a problem if there is one. */
    public Answer create(Call call, String id, Document.Draft<T> draft, String location, List<Reference> references) {
        return writes.once(call, connection -> {
            var earlier = lockedLatest(connection, id);
            if (earlier.isPresent()) {
                throw kind.exists(id).exception();
            }
            Reference.requireAll(connection, references);
            var stored = store(connection, draft.version(1), call.author());
            return answer(201, stored, Map.of("Location", location));
        });
    }

    /** Writes the first or next version. */
    public Answer put(Call call, String id, Document.Draft<T> draft, List<Reference> references) {
        return writes.once(call, connection -> {
            long version = precondition(call, lockedLatest(connection, id)) + 1;
            Reference.requireAll(connection, references);
            var stored = store(connection, draft.version(version), call.author());
            return answer(version == 1 ? 201 : 200, stored, Map.of());
        });
    }

    /** Writes a version that follows from the latest one; a problem if there is none. */
    public Answer change(Call call, String id, Function<T, Document.Draft<T>> change) {
        return change(call, id, List.of(), change);
    }

    /** Writes a version that follows from the latest one and may name others; a problem if there is none. */
    public Answer change(Call call, String id, List<Reference> references, Function<T, Document.Draft<T>> change) {
        return writes.once(call, connection -> {
            var earlier = lockedLatest(connection, id);
            if (earlier.isEmpty()) {
                throw kind.unknown(id).exception();
            }
            Reference.requireAll(connection, references);
            long version = precondition(call, earlier) + 1;
            var draft = change.apply(earlier.get().entity());
            return answer(200, store(connection, draft.version(version), call.author()), Map.of());
        });
    }

    private Optional<Stored<T>> lockedLatest(Connection connection, String id) throws SQLException {
        table.lock(connection, List.of(id));
        return table.latest(connection, id);
    }

    private Stored<T> store(Connection connection, T entity, String author) throws SQLException {
        var stored = table.insert(connection, entity, author);
        var cause = kind.topic().name() + "|" + kind.topic().key().apply(entity);
        var eventId = UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
        outbox.write(connection, kind.topic(), List.of(entity), any -> eventId);
        return stored;
    }

    /** The latest version's number, 0 without one, if If-Match allows it. */
    private long precondition(Call call, Optional<Stored<T>> latest) {
        long version = latest.map(Stored::version).orElse(0L);
        var wanted = call.header(IF_MATCH).orElse(null);
        boolean met = wanted == null || (version > 0 && (wanted.equals("*") || wanted.equals(etag(version))));
        if (!met) {
            throw Problem.of(412, "VERSION_MISMATCH", "the " + kind.noun() + " is not at the version of If-Match")
                    .withValues(version == 0 ? "none" : etag(version), wanted)
                    .exception();
        }
        return version;
    }

    private Answer answer(int status, Stored<T> stored, Map<String, String> headers) {
        var all = new TreeMap<>(headers);
        all.put("ETag", etag(stored.version()));
        return Answer.json(status, Json.text(table.json(stored)), all);
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
