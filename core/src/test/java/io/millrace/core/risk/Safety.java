package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import java.time.Duration;
import java.util.TreeMap;

/** Safeguards, none of them set unless a test sets it. */
final class Safety {
    Money netExposure;
    Money groupExposure;
    Long concentrationBps;
    final TreeMap<InstrumentId, Money> notionalOf = new TreeMap<>();
    Integer cancels;
    Long collarBps;
    int quality;
    boolean selfTrade;
    Duration warmUp;
    long reserveBps;

    Safeguards safeguards() {
        return new Safeguards(
                netExposure,
                groupExposure,
                concentrationBps,
                notionalOf,
                cancels,
                collarBps,
                quality,
                selfTrade,
                warmUp,
                reserveBps);
    }
}
