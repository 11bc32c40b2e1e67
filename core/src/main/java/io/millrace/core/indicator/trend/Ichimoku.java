package io.millrace.core.indicator.trend;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Delay;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingRange;

/**
 * Ichimoku Kinkō Hyō, in units of the quote currency, every line as it is known at this bar: a chart draws some of them
 * elsewhere in time, a decision may only use them where they are known.
 *
 * <ul>
 *   <li>{@code conversion} (tenkan-sen) = (highest high + lowest low) / 2 of the last {@code fast} bars
 *   <li>{@code base} (kijun-sen) that of the last {@code base} bars
 *   <li>{@code spanA}, {@code spanB} (senkō spans): the cloud that stands at this bar, computed {@code base} bars ago
 *   <li>{@code nextSpanA} = (conversion + base) / 2 and {@code nextSpanB} = (highest high + lowest low) / 2 of the last
 *       {@code slow} bars: computed now, drawn {@code base} bars ahead
 *   <li>{@code lagging} (chikō) = the close of this bar, drawn {@code base} bars back, over {@code lagged}, the close
 *       there
 * </ul>
 *
 * <p>Source: Hosoda (1969). Seeding: none. Warm-up: slow + base bars where slow is the longest.
 */
public final class Ichimoku extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("ichimoku", "Ichimoku Kinkō Hyō")
            .bars("fast", 9, 1)
            .bars("base", 26, 2)
            .bars("slow", 52, 2)
            .value("conversion", "price")
            .value("base", "price")
            .value("spanA", "price")
            .value("spanB", "price")
            .value("nextSpanA", "price")
            .value("nextSpanB", "price")
            .value("lagging", "price")
            .value("lagged", "price")
            .formula("conversion, base, nextSpanB = (highest high + lowest low) / 2 of the last fast, base, slow bars;"
                    + " nextSpanA = (conversion + base) / 2; spanA, spanB = nextSpanA, nextSpanB of base bars ago, the"
                    + " cloud that stands at this bar; lagging = close, lagged = the close base bars ago that it is"
                    + " drawn over")
            .seeding("None. Every line as it is known at this bar: what a chart draws ahead is named next, nothing is"
                    + " read from where a chart draws it back.")
            .source("Hosoda, Ichimoku Kinkō Hyō (1969)")
            .creates(p -> new Ichimoku(p.bars("fast"), p.bars("base"), p.bars("slow")));

    private final int baseBars;
    private final int slowBars;
    private final Middle conversion;
    private final Middle base;
    private final Middle slow;
    private final Delay spansA;
    private final Delay spansB;
    private final Delay closes;
    private boolean ready;
    private double spanA;
    private double spanB;
    private double lagging;
    private double lagged;

    /**
     * @param fast bars of the conversion line, below base
     * @param base bars of the base line and of the displacement
     * @param slow bars of the second leading span, more than base
     */
    public Ichimoku(int fast, int base, int slow) {
        super(KIND, fast, base, slow);
        if (fast >= base || base >= slow) {
            throw new IllegalArgumentException(
                    "ichimoku: fast must be below base and base below slow, were " + fast + ", " + base + ", " + slow);
        }
        baseBars = base;
        slowBars = slow;
        conversion = new Middle(fast);
        this.base = new Middle(base);
        this.slow = new Middle(slow);
        spansA = new Delay(base);
        spansB = new Delay(base);
        closes = new Delay(base);
    }

    @Override
    public void update(BarValues bar) {
        conversion.add(bar);
        base.add(bar);
        slow.add(bar);
        lagging = bar.close();
        lagged = closes.add(lagging);
        if (slow.isReady()) {
            ready = spansB.isFull();
            spanA = spansA.add(nextSpanA());
            spanB = spansB.add(slow.value());
        }
    }

    private double nextSpanA() {
        return (conversion.value() + base.value()) / 2;
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> conversion.value();
            case 1 -> base.value();
            case 2 -> spanA;
            case 3 -> spanB;
            case 4 -> nextSpanA();
            case 5 -> slow.value();
            case 6 -> lagging;
            default -> lagged;
        };
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public int warmUp() {
        return slowBars + baseBars;
    }

    @Override
    protected void memory(Memory memory) {
        conversion.memory(memory);
        base.memory(memory);
        slow.memory(memory);
        memory.carry(spansA);
        memory.carry(spansB);
        memory.carry(closes);
        ready = memory.carry(ready);
        spanA = memory.carry(spanA);
        spanB = memory.carry(spanB);
        lagging = memory.carry(lagging);
        lagged = memory.carry(lagged);
    }

    /** (highest high + lowest low) / 2 of the last n bars. */
    private static final class Middle {
        private final RollingRange highs;
        private final RollingRange lows;

        Middle(int period) {
            highs = new RollingRange(period);
            lows = new RollingRange(period);
        }

        void add(BarValues bar) {
            highs.add(bar.high());
            lows.add(bar.low());
        }

        double value() {
            return (highs.highest() + lows.lowest()) / 2;
        }

        boolean isReady() {
            return highs.isReady();
        }

        void memory(Memory memory) {
            memory.carry(highs);
            memory.carry(lows);
        }
    }
}
