package io.millrace.core.risk;

import io.millrace.core.order.OrderIntent;

/** Where the slices of orders that algorithms split wait for their time. */
interface Slicing {
    void waits(OrderIntent slice);

    /** A slice will not be decided; one that does not wait is none. */
    void drop(OrderIntent slice);
}
