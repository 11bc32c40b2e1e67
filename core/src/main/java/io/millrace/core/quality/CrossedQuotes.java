package io.millrace.core.quality;

import io.millrace.core.market.Finding;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.market.Quote;
import io.millrace.core.money.Price;
import java.util.Optional;

/** Finds quotes whose bid is at or above the ask: on one venue a trade would have taken place instead. */
public final class CrossedQuotes {
    private CrossedQuotes() {}

    public static Optional<Finding> judge(Quote quote) {
        long over = quote.bidPrice().units() - quote.askPrice().units();
        return over < 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        QualityFlag.CROSSED, quote.eventTimeNanos(), quote.sequence(), new Price(over).toDouble(), 0));
    }
}
