package io.millrace.core.execution;

/** What has to trade before a limit order that rests is filled. */
public enum QueueModel {
    /** The market has to reach the limit: the order is the first in the queue. */
    FIRST,
    /**
     * Everything quoted at the price when the order came has to trade first; a quote of less says that some of it was
     * canceled. Where the size is not known (no quotes, or a price that nobody quoted yet) the market has to trade
     * through the price. Source: the risk-averse queue model of hftbacktest.
     */
    LAST;

    /**
     * The model of a name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static QueueModel parse(String text) {
        return switch (text.strip()) {
            case "first" -> FIRST;
            case "last" -> LAST;
            default -> throw new IllegalArgumentException("no queue model '" + text + "', there are: first, last");
        };
    }
}
