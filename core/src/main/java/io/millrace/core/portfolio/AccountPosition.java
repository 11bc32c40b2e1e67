package io.millrace.core.portfolio;

/**
 * An account's position as it stood after its latest change.
 *
 * @param eventTimeNanos when it changed, in event time
 */
public record AccountPosition(String accountId, Position position, long eventTimeNanos) {}
