package io.millrace.core.order;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Deterministic ids of the orders that follow from one intent, and of what risk itself wants: name-based UUIDs (RFC 9562, version 3). The first order's
 * id is the intent's own.
 */
public final class OrderIds {
    private OrderIds() {}

    /** The attached order number {@code leg} of a group, from 1. */
    public static String leg(String intentId, int leg) {
        return named(intentId + "|leg|" + leg);
    }

    /** The child number {@code child} of an order that an algorithm splits, from 1. */
    public static String child(String parentOrderId, int child) {
        return named(parentOrderId + "|child|" + child);
    }

    /** Risk's own intent to cancel an order, at an event time. */
    public static String canceledByRisk(String orderId, long nanos) {
        return named(orderId + "|risk|" + nanos);
    }

    private static String named(String cause) {
        return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
