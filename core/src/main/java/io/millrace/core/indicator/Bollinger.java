package io.millrace.core.indicator;

import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * Bollinger bands of the close, in units of the quote currency: {@code middle} = mean of the last n closes, {@code
 * upper} and {@code lower} = middle ± k population deviations of the same closes.
 *
 * <p>Source: Bollinger on Bollinger Bands (2001). Warm-up: n bars. TA-Lib takes a variance below 1e-8 for zero; here
 * the true value counts ({@link RollingMoments}).
 */
public final class Bollinger implements Indicator {
    private final int period;
    private final double width;
    private final String name;
    private final List<String> valueNames;
    private final RollingMoments moments;

    /**
     * @param period n, 2 to 10,000 bars
     * @param width k, above zero, in population deviations
     */
    public Bollinger(int period, double width) {
        Parameter.requirePeriod("bollinger", period, 2);
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("bollinger: a width must be > 0 deviations, was " + width);
        }
        this.period = period;
        this.width = width;
        moments = new RollingMoments(period);
        name = Names.of("bollinger", period, width);
        valueNames = List.of(name + ".upper", name + ".middle", name + ".lower");
    }

    public void add(double sample) {
        moments.add(sample);
    }

    public double upper() {
        return moments.mean() + width * moments.deviation();
    }

    public double middle() {
        return moments.mean();
    }

    public double lower() {
        return moments.mean() - width * moments.deviation();
    }

    @Override
    public void update(BarValues bar) {
        add(bar.close());
    }

    @Override
    public void values(ObjDoubleConsumer<String> out) {
        if (isReady()) {
            double middle = moments.mean();
            double reach = width * moments.deviation();
            out.accept(valueNames.get(0), middle + reach);
            out.accept(valueNames.get(1), middle);
            out.accept(valueNames.get(2), middle - reach);
        }
    }

    @Override
    public List<String> valueNames() {
        return valueNames;
    }

    @Override
    public boolean isReady() {
        return moments.isReady();
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
        return moments.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        moments.save(out);
    }

    @Override
    public void load(StateReader in) {
        moments.load(in);
    }
}
