package io.millrace.verification.history;

/**
 * An order as the gateway shows it.
 *
 * @param filledQuantity plain decimal
 * @param reports how many of the venue's reports it has seen
 */
public record OrderShown(String orderId, String accountId, String status, String filledQuantity, int reports) {}
