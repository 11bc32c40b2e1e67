package io.millrace.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/**
 * A registry that speaks Confluent's REST API, through Confluent's own client. What was once looked up is kept: an id
 * never changes its meaning.
 */
public final class ConfluentRegistry implements SchemaRegistry {
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    /** Two texts of one schema, in another order or with other docs, have one id. */
    private static final boolean NORMALIZE = true;

    private static final int NOT_FOUND = 404;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final RestService rest;
    private final String url;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    private ConfluentRegistry(String url) {
        this.url = url;
        rest = new RestService(url);
        rest.setHttpConnectTimeoutMs(TIMEOUT_MILLIS);
        rest.setHttpReadTimeoutMs(TIMEOUT_MILLIS);
    }

    /**
     * A registry by its address.
     *
     * @param url base URL of the API, for example {@code http://127.0.0.1:8082/apis/ccompat/v7}
     */
    public static ConfluentRegistry at(String url) {
        return new ConfluentRegistry(url);
    }

    @Override
    public int register(String subject, Schema schema) {
        var text = Contract.of(schema).toString();
        try {
            // Before, for the versions that are there; after, since some registries know a subject only from then on.
            setCompatibilityIfThere(subject);
            int id = rest.registerSchema(text, subject, NORMALIZE).getId();
            rest.updateCompatibility(COMPATIBILITY, subject);
            return id;
        } catch (RestClientException e) {
            throw refused("register " + schema.getFullName() + " under " + subject, e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public int idOf(String subject, Schema schema) {
        var text = Contract.of(schema).toString();
        var known = ids.get(subject + ' ' + text);
        if (known != null) {
            return known;
        }
        try {
            int id = rest.lookUpSubjectVersion(text, subject, NORMALIZE, false).getId();
            ids.put(subject + ' ' + text, id);
            return id;
        } catch (RestClientException e) {
            throw refused("find " + schema.getFullName() + " under " + subject, e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public Schema byId(int id) {
        var known = schemas.get(id);
        if (known != null) {
            return known;
        }
        try {
            var schema = new Schema.Parser().parse(rest.getId(id).getSchemaString());
            schemas.put(id, schema);
            return schema;
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                throw new NoSuchElementException("no schema has the id " + id, e);
            }
            throw refused("find schema " + id, e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private void setCompatibilityIfThere(String subject) throws IOException, RestClientException {
        try {
            rest.updateCompatibility(COMPATIBILITY, subject);
        } catch (RestClientException e) {
            if (e.getStatus() != NOT_FOUND) {
                throw e;
            }
        }
    }

    private IllegalStateException refused(String what, RestClientException e) {
        return new IllegalStateException("schema registry " + url + " does not " + what + ": " + e.getMessage(), e);
    }

    private UncheckedIOException unreachable(IOException e) {
        return new UncheckedIOException("schema registry " + url + " cannot be reached: " + e.getMessage(), e);
    }
}
