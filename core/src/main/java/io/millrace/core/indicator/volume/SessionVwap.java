package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.market.calendar.TradingCalendar;

/**
 * Volume-weighted average price since the session opened, with bands, in units of the quote currency: {@code vwap} = Σ
 * notional / Σ volume, {@code deviation} = √(Σ volume × (bar's own average price − vwap)² / Σ volume), {@code upper} and
 * {@code lower} = vwap ± k deviations.
 *
 * <p>It begins anew with the first bar that opens in another session of the calendar. Until a session has volume the
 * VWAP is the close and the deviation 0; a bar outside of sessions changes nothing. Source: Berkowitz, Logue, Noser,
 * "The Total Cost of Transactions on the NYSE" (1988). Warm-up: 1 bar that opens in a session.
 */
public final class SessionVwap extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named(
                    "session-vwap", "Volume-weighted average price with bands, since the session opened")
            .word("calendar", TradingCalendar.ALWAYS.name())
            .number("width", 2)
            .value("vwap", "price")
            .value("upper", "price")
            .value("lower", "price")
            .value("deviation", "price")
            .formula(
                    "vwap = Σ notional / Σ volume since the session opened; deviation = √(Σ volume × (notional / volume"
                            + " − vwap)² / Σ volume); upper, lower = vwap ± k deviations")
            .seeding("Anew with every session of the calendar. Until it has volume the VWAP is the close and the"
                    + " deviation 0; a bar outside of sessions changes nothing.")
            .source("Berkowitz, Logue, Noser, The Total Cost of Transactions on the NYSE (1988); deviation: Millrace")
            .creates(p -> new SessionVwap(p.word("calendar"), p.number("width")));

    private final TradingCalendar calendar;
    private final double width;
    private final WeightedMoments moments = new WeightedMoments();
    private long session = Long.MIN_VALUE;
    private double close;

    /**
     * @param calendar name of a {@link TradingCalendar}
     * @param width k, above zero, in deviations
     */
    public SessionVwap(String calendar, double width) {
        super(KIND, calendar, width);
        this.calendar = TradingCalendar.named(calendar);
        this.width = width;
    }

    @Override
    public void update(BarValues bar) {
        long open = calendar.sessionOpenNanos(bar.openTimeNanos());
        if (open == Long.MIN_VALUE) {
            return;
        }
        if (open != session) {
            session = open;
            moments.clear();
        }
        if (bar.volume() > 0) {
            moments.add(bar.notional() / bar.volume(), bar.volume());
        }
        close = bar.close();
    }

    public double vwap() {
        return moments.weight() > 0 ? moments.mean() : close;
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> vwap();
            case 1 -> vwap() + width * moments.deviation();
            case 2 -> vwap() - width * moments.deviation();
            default -> moments.deviation();
        };
    }

    @Override
    public boolean isReady() {
        return session != Long.MIN_VALUE;
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(moments);
        session = memory.carry(session);
        close = memory.carry(close);
    }
}
