package io.millrace.core.indicator;

/**
 * Carries numbers between something and its snapshot, in either direction: what is handed in is what is remembered now,
 * what comes back is what is to be remembered. So one description of a memory serves counting, saving and loading:
 *
 * <pre>
 * average = memory.carry(average);
 * seen = memory.carry(seen);
 * memory.carry(window);
 * </pre>
 */
public abstract class Memory {
    Memory() {}

    public abstract double carry(double value);

    public abstract void carry(double[] values);

    public abstract void carry(Stateful part);

    /** Up to ±2^53, so that a double holds it. */
    public final int carry(int value) {
        return (int) carry((double) value);
    }

    public final boolean carry(boolean value) {
        return carry(value ? 1.0 : 0.0) != 0;
    }

    /** In two numbers, since one double does not hold all of a long. */
    public final long carry(long value) {
        long high = (long) carry((double) (value >> 32));
        long low = (long) carry((double) (value & 0xFFFF_FFFFL));
        return (high << 32) | low;
    }

    /** Counts the numbers that a memory takes. */
    static final class Count extends Memory {
        int numbers;

        @Override
        public double carry(double value) {
            numbers++;
            return value;
        }

        @Override
        public void carry(double[] values) {
            numbers += values.length;
        }

        @Override
        public void carry(Stateful part) {
            numbers += part.stateSize();
        }
    }

    /** Writes what is remembered. */
    static final class Save extends Memory {
        private final StateWriter out;

        Save(StateWriter out) {
            this.out = out;
        }

        @Override
        public double carry(double value) {
            out.put(value);
            return value;
        }

        @Override
        public void carry(double[] values) {
            out.put(values);
        }

        @Override
        public void carry(Stateful part) {
            part.save(out);
        }
    }

    /** Reads what is to be remembered. */
    static final class Load extends Memory {
        private final StateReader in;

        Load(StateReader in) {
            this.in = in;
        }

        @Override
        public double carry(double value) {
            return in.take();
        }

        @Override
        public void carry(double[] values) {
            in.take(values);
        }

        @Override
        public void carry(Stateful part) {
            part.load(in);
        }
    }
}
