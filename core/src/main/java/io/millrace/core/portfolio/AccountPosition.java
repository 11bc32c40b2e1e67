package io.millrace.core.portfolio;

/**
 * An account's position as it stood after its latest change.
 *
 * @param eventTimeNanos when it changed, in event time
 */
public record AccountPosition(String accountId, Position position, long eventTimeNanos) {
    /** What it is the latest of: {@code account|instrument}, in a hedging account {@code account|instrument|side}. */
    public String key() {
        var key = accountId + "|" + position.instrument();
        return position.side() == PositionSide.NET ? key : key + "|" + position.side();
    }
}
