package io.millrace.core.order;

/**
 * An order's place in its group.
 *
 * @param groupId the same for all orders of the group: the id of its intent
 * @param parentOrderId the order that has to fill before this one acts, null if none
 * @param rule what a fill of this order does to the others that have the same parent
 */
public record OrderLink(String groupId, String parentOrderId, Rule rule) {
    /** What a fill does to the siblings. */
    public enum Rule {
        /** Nothing. */
        INDEPENDENT,
        /** Cancels them. */
        CANCELS,
        /** Takes its quantity from theirs; nothing left cancels them. */
        REDUCES
    }
}
