package io.millrace.core.risk;

import io.millrace.core.order.OrderIntent;
import io.millrace.core.portfolio.AccountControl;

/** What people have set, found by event time. */
public interface Control extends AccountControl {
    /** What is in force for an intent at a time. */
    Rules rules(OrderIntent intent, long nanos);

    /** The policy of an account at a time, null if there is none. */
    Policy policy(String accountId, long nanos);
}
