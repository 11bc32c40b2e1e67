package io.millrace.connectors.marketdata;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import java.util.Optional;

/** Where a replay goes; it knows what went there before. */
interface Output {
    /** The last trade of an instrument that was published before. */
    Optional<Trade> lastPublished(InstrumentId instrument);

    void publish(Trade trade);

    void publish(Clock clock);

    /** Keeps a refused line, once however often the file is read. */
    void refuse(TradeFile file, Line line, Refusal refusal);

    /** Returns when everything given so far is safe. */
    void flush();
}
