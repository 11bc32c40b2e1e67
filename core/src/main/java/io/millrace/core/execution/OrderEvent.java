package io.millrace.core.execution;

import io.millrace.core.order.ExecutionType;
import java.util.ArrayList;
import java.util.List;

/** What can happen to an order: risk decides on it, something is asked of its venue, its venue reports. */
public sealed interface OrderEvent {
    /** Risk's word. */
    enum Decided implements OrderEvent {
        /** It may not go out. */
        DENIED,
        /** It went out. */
        SUBMITTED
    }

    /** Its venue is asked to change it and has not answered yet. */
    enum Requested implements OrderEvent {
        CANCEL,
        REPLACE
    }

    /** Its venue's word. */
    record Reported(ExecutionType type) implements OrderEvent {
        @Override
        public String toString() {
            return type.name();
        }
    }

    /** Every event there is. */
    static List<OrderEvent> all() {
        var all = new ArrayList<OrderEvent>();
        all.addAll(List.of(Decided.values()));
        all.addAll(List.of(Requested.values()));
        for (var type : ExecutionType.values()) {
            all.add(new Reported(type));
        }
        return List.copyOf(all);
    }
}
