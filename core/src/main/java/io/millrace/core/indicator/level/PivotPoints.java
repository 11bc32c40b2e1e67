package io.millrace.core.indicator.level;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Memory;
import io.millrace.core.market.calendar.TradingCalendar;

/**
 * Pivot points of the session before, in units of the quote currency; formula and source by {@link PivotMethod}.
 *
 * <p>A session begins with the first bar that opens in it, and its levels hold through the whole of the next one. There
 * are none until a session has been seen to end: the warm-up is 2 bars at least, of two sessions. Of a session that was
 * joined late the part that was seen counts. A bar outside of sessions changes nothing.
 */
public final class PivotPoints extends BarIndicator {
    private final PivotMethod method;
    private final TradingCalendar calendar;
    private final double[] levels;
    private long session = Long.MIN_VALUE;
    private boolean ready;
    private double open;
    private double high;
    private double low;
    private double close;

    /** @param calendar name of a {@link TradingCalendar} */
    public PivotPoints(PivotMethod method, String calendar) {
        super(method.kind(), calendar);
        this.method = method;
        this.calendar = TradingCalendar.named(calendar);
        levels = new double[method.levels()];
    }

    @Override
    public void update(BarValues bar) {
        long opened = calendar.sessionOpenNanos(bar.openTimeNanos());
        if (opened == Long.MIN_VALUE) {
            return;
        }
        if (opened != session) {
            begin(opened, bar);
        }
        high = Math.max(high, bar.high());
        low = Math.min(low, bar.low());
        close = bar.close();
    }

    private void begin(long opened, BarValues bar) {
        if (session != Long.MIN_VALUE) {
            method.compute(open, high, low, close, levels);
            ready = true;
        }
        session = opened;
        open = bar.open();
        high = bar.high();
        low = bar.low();
    }

    @Override
    public double value(int index) {
        return levels[index];
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public int warmUp() {
        return 2;
    }

    @Override
    protected void memory(Memory memory) {
        session = memory.carry(session);
        ready = memory.carry(ready);
        open = memory.carry(open);
        high = memory.carry(high);
        low = memory.carry(low);
        close = memory.carry(close);
        memory.carry(levels);
    }
}
