package io.millrace.core.order;

import io.millrace.core.market.InstrumentId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The deterministic identity of a strategy's intent. */
public final class IntentId {
    private IntentId() {}

    /** A name-based UUID (RFC 9562, version 3) of the intent's cause. */
    public static String of(
            String strategyId, long version, InstrumentId instrument, long eventTimeNanos, long ordinal) {
        var cause = strategyId + '|' + version + '|' + instrument + '|' + eventTimeNanos + '|' + ordinal;
        return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
