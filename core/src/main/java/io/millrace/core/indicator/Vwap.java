package io.millrace.core.indicator;

/**
 * Volume-weighted average price of the last n bars, in units of the quote currency: Σ notional / Σ volume, so of the
 * trades themselves and not of typical prices.
 *
 * <p>Source: Berkowitz, Logue, Noser, "The Total Cost of Transactions on the NYSE" (1988), over a rolling window.
 * Warm-up: n bars; a window without volume has no value.
 */
public final class Vwap implements SingleValue {
    private final int period;
    private final String name;
    private final RollingSum notional;
    private final RollingSum volume;

    /** @param period n, 1 to 10,000 bars */
    public Vwap(int period) {
        Parameter.requirePeriod("vwap", period, 1);
        this.period = period;
        notional = new RollingSum(period);
        volume = new RollingSum(period);
        name = Names.of("vwap", period);
    }

    @Override
    public void update(BarValues bar) {
        notional.add(bar.notional());
        volume.add(bar.volume());
    }

    @Override
    public double value() {
        return notional.sum() / volume.sum();
    }

    @Override
    public boolean isReady() {
        return volume.isReady() && volume.sum() > 0;
    }

    @Override
    public int warmUp() {
        return period;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int stateSize() {
        return notional.stateSize() + volume.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        notional.save(out);
        volume.save(out);
    }

    @Override
    public void load(StateReader in) {
        notional.load(in);
        volume.load(in);
    }
}
