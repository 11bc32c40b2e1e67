package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers by Idempotency-Key, claimed and kept in the transaction of the write. Who comes second with a key waits for
 * the first to end: it gets the first one's answer, or does the work itself if that was rolled back. Refused requests
 * leave no key. Keys do not expire.
 */
final class IdempotencyKeys {
    static final String HEADER = "idempotency-key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String KEY_MEANING = "1 to 255 visible ASCII characters";
    private static final Map<String, String> REPLAYED = Map.of("Idempotent-Replayed", "true");

    private IdempotencyKeys() {}

    /** The call's key. */
    static Optional<String> of(Call call) {
        var key = call.header(HEADER);
        key.filter(text -> !KEY.matcher(text).matches()).ifPresent(text -> {
            throw Problem.of(400, "INVALID_IDEMPOTENCY_KEY", "Idempotency-Key must be " + KEY_MEANING)
                    .withValues(text, KEY_MEANING)
                    .exception();
        });
        return key;
    }

    /** Takes the key for this call; or finds the answer that it was given before. */
    static Optional<Answer> claim(Connection connection, String key, Call call) throws SQLException {
        var fingerprint = fingerprint(call);
        try (var insert = connection.prepareStatement("INSERT INTO control.idempotency_keys (key, fingerprint)"
                + " VALUES (?, ?) ON CONFLICT (key) DO NOTHING")) {
            insert.setString(1, key);
            insert.setBytes(2, fingerprint);
            if (insert.executeUpdate() == 1) {
                return Optional.empty();
            }
        }
        return Optional.of(earlier(connection, key, fingerprint));
    }

    static void keep(Connection connection, String key, Answer answer) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE control.idempotency_keys SET status = ?, headers = ?::jsonb, answer = ? WHERE key = ?")) {
            update.setInt(1, answer.status());
            update.setString(2, Json.text(headers(answer)));
            update.setString(3, answer.body());
            update.setString(4, key);
            update.executeUpdate();
        }
    }

    private static Answer earlier(Connection connection, String key, byte[] fingerprint) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT fingerprint, status, headers, answer FROM control.idempotency_keys WHERE key = ?")) {
            select.setString(1, key);
            try (var rows = select.executeQuery()) {
                rows.next();
                if (!MessageDigest.isEqual(fingerprint, rows.getBytes(1))) {
                    throw Problem.of(
                                    422,
                                    "IDEMPOTENCY_KEY_REUSED",
                                    "this Idempotency-Key was used for another request; take a new one")
                            .withValues(key, "the same method, path and body")
                            .exception();
                }
                var headers = new HashMap<>(REPLAYED);
                Json.stored(rows.getString(3))
                        .properties()
                        .forEach(header ->
                                headers.put(header.getKey(), header.getValue().textValue()));
                return Answer.json(rows.getInt(2), rows.getString(4), headers);
            }
        }
    }

    private static ObjectNode headers(Answer answer) {
        var headers = Json.object();
        answer.headers().forEach(headers::put);
        return headers;
    }

    private static byte[] fingerprint(Call call) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((call.method() + " " + call.path() + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(call.body().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
