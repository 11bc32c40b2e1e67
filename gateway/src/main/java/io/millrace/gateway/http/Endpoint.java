package io.millrace.gateway.http;

import java.util.Set;

/**
 * A method of a route.
 *
 * @param path as OpenAPI writes it ({@code /v1/orders/{id}})
 * @param queryParameters those it knows; others are refused
 * @param readsBody whether it takes a JSON body; else what comes as one is not looked at
 * @param open whether it needs no token, and runs on the event loop
 */
public record Endpoint(
        String method, String path, Set<String> queryParameters, boolean readsBody, boolean open, Operation operation) {

    public static Endpoint get(String path, Operation operation) {
        return new Endpoint("GET", path, Set.of(), false, false, operation);
    }

    public static Endpoint put(String path, Operation operation) {
        return new Endpoint("PUT", path, Set.of(), true, false, operation);
    }

    public static Endpoint post(String path, Operation operation) {
        return new Endpoint("POST", path, Set.of(), true, false, operation);
    }

    /** A POST whose path says all. */
    public static Endpoint command(String path, Operation operation) {
        return new Endpoint("POST", path, Set.of(), false, false, operation);
    }

    public static Endpoint delete(String path, Operation operation) {
        return new Endpoint("DELETE", path, Set.of(), false, false, operation);
    }

    public Endpoint withQuery(String... names) {
        return new Endpoint(method, path, Set.of(names), readsBody, open, operation);
    }

    /** For everybody, at once, however busy the gateway is: the operation must not block. */
    public Endpoint opened() {
        return new Endpoint(method, path, queryParameters, readsBody, true, operation);
    }
}
