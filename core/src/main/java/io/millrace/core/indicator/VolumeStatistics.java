package io.millrace.core.indicator;

import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * How unusual a bar's volume is among the last n bars, itself included: {@code mean} and population {@code deviation} in
 * units of the instrument, {@code zScore} = (volume − mean) / deviation and {@code ratio} = volume / mean without unit.
 *
 * <p>Warm-up: n bars. Where all volumes of the window are equal, nothing is unusual: the z-score is 0, and the ratio 1
 * even of no volume at all.
 */
public final class VolumeStatistics implements Indicator {
    private final int period;
    private final String name;
    private final List<String> valueNames;
    private final RollingMoments moments;
    private double volume;

    /** @param period n, 2 to 10,000 bars */
    public VolumeStatistics(int period) {
        Parameter.requirePeriod("volume", period, 2);
        this.period = period;
        moments = new RollingMoments(period);
        name = Names.of("volume", period);
        valueNames = List.of(name + ".mean", name + ".deviation", name + ".zScore", name + ".ratio");
    }

    @Override
    public void update(BarValues bar) {
        volume = bar.volume();
        moments.add(volume);
    }

    public double mean() {
        return moments.mean();
    }

    public double deviation() {
        return moments.deviation();
    }

    public double zScore() {
        double deviation = moments.deviation();
        return deviation > 0 ? (volume - moments.mean()) / deviation : 0;
    }

    public double ratio() {
        double mean = moments.mean();
        return mean > 0 ? volume / mean : 1;
    }

    @Override
    public void values(ObjDoubleConsumer<String> out) {
        if (isReady()) {
            out.accept(valueNames.get(0), mean());
            out.accept(valueNames.get(1), deviation());
            out.accept(valueNames.get(2), zScore());
            out.accept(valueNames.get(3), ratio());
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
        return 1 + moments.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        out.put(volume);
        moments.save(out);
    }

    @Override
    public void load(StateReader in) {
        volume = in.take();
        moments.load(in);
    }
}
