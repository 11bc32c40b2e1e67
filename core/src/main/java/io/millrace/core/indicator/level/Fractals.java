package io.millrace.core.indicator.level;

import io.millrace.core.indicator.BarIndicator;
import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.Delay;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingAge;

/**
 * Williams' fractals: {@code up}, the high of the last bar whose high was above those of the w bars on either side, and
 * {@code down}, the low of the last whose low was below theirs, in units of the quote currency; {@code upNow} and {@code
 * downNow} are 1 at the bar that makes one known, else 0.
 *
 * <p>A fractal is known w bars after its own bar, and told only then. Equal neighbours make none. Source: Williams,
 * Trading Chaos (1995), with w = 2. Warm-up: 2 w + 1 bars at least, up to the first fractal of each kind.
 */
public final class Fractals extends BarIndicator {
    static final IndicatorKind KIND = IndicatorKind.named("fractals", "Fractals")
            .bars("wing", 2, 1)
            .value("up", "price")
            .value("down", "price")
            .value("upNow", "1 if made known by this bar, else 0")
            .value("downNow", "1 if made known by this bar, else 0")
            .formula("up = high of the last bar with a high above those of the w bars on either side, down = low of the"
                    + " last with a low below theirs; told w bars later, when it is known")
            .seeding("There is no value until one of each kind is known. Equal neighbours make none.")
            .source("Williams, Trading Chaos (1995)")
            .creates(p -> new Fractals(p.bars("wing")));

    private final int wing;
    private final Turn top;
    private final Turn bottom;

    /** @param wing w, 1 to 10,000 bars on either side */
    public Fractals(int wing) {
        super(KIND, wing);
        this.wing = wing;
        top = new Turn(wing);
        bottom = new Turn(wing);
    }

    @Override
    public void update(BarValues bar) {
        top.add(bar.high());
        bottom.add(-bar.low());
    }

    @Override
    public double value(int index) {
        return switch (index) {
            case 0 -> top.last;
            case 1 -> -bottom.last;
            case 2 -> top.now ? 1 : 0;
            default -> bottom.now ? 1 : 0;
        };
    }

    @Override
    public boolean isReady() {
        return top.known && bottom.known;
    }

    @Override
    public int warmUp() {
        return 2 * wing + 1;
    }

    @Override
    protected void memory(Memory memory) {
        top.memory(memory);
        bottom.memory(memory);
    }

    /** The last sample that is above the w on either side of it. */
    private static final class Turn {
        private final int wing;
        private final RollingAge latest;
        private final RollingAge earliest;
        private final Delay samples;
        private boolean known;
        private boolean now;
        private double last;

        Turn(int wing) {
            this.wing = wing;
            latest = new RollingAge(2 * wing + 1, true);
            earliest = new RollingAge(2 * wing + 1, false);
            samples = new Delay(wing);
        }

        void add(double sample) {
            latest.add(sample);
            earliest.add(sample);
            double middle = samples.add(sample);
            now = latest.isReady() && latest.age() == wing && earliest.age() == wing;
            if (now) {
                known = true;
                last = middle;
            }
        }

        void memory(Memory memory) {
            memory.carry(latest);
            memory.carry(earliest);
            memory.carry(samples);
            known = memory.carry(known);
            now = memory.carry(now);
            last = memory.carry(last);
        }
    }
}
