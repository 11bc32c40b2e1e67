package io.millrace.core.indicator.volatility;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingRange;
import io.millrace.core.indicator.RollingSum;
import io.millrace.core.indicator.SingleValue;

/**
 * Ulcer index, in percent: √ of the mean of the last n squared drawdowns, each 100 × (close − m) / m where m is the
 * highest of the last n closes; the drawdown from a highest close that is not above 0 counts as 0.
 *
 * <p>Source: Martin, McCann, The Investor's Guide to Fidelity Funds (1989). Seeding: none. Warm-up: 2 n − 1 bars, as
 * each of the n drawdowns takes n closes.
 */
public final class Ulcer extends SingleValue {
    static final IndicatorKind KIND = IndicatorKind.named("ulcer", "Ulcer index")
            .bars("period", 14, 1)
            .value("percent")
            .formula("√(Σ (100 × (close − highest of the last n closes) / that)² / n)")
            .seeding("None: n drawdowns, each from a window of n closes.")
            .source("Martin, McCann, The Investor's Guide to Fidelity Funds (1989)")
            .creates(p -> new Ulcer(p.bars("period")));

    private final int period;
    private final RollingRange closes;
    private final RollingSum squares;

    /** @param period n, 1 to 10,000 bars */
    public Ulcer(int period) {
        super(KIND, period);
        this.period = period;
        closes = new RollingRange(period);
        squares = new RollingSum(period);
    }

    @Override
    public void update(BarValues bar) {
        closes.add(bar.close());
        if (closes.isReady()) {
            double highest = closes.highest();
            double drawdown = highest > 0 ? 100 * (bar.close() - highest) / highest : 0;
            squares.add(drawdown * drawdown);
        }
    }

    @Override
    public double value() {
        return Math.sqrt(squares.sum() / period);
    }

    @Override
    public boolean isReady() {
        return squares.isReady();
    }

    @Override
    public int warmUp() {
        return 2 * period - 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(closes);
        memory.carry(squares);
    }
}
