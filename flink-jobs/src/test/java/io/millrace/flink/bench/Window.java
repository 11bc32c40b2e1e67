package io.millrace.flink.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Watches how far a job is, and says how fast it went between two of its trades. */
final class Window {
    private static final long POLL_NANOS = 5_000_000;
    private static final long LONGEST_NANOS = Duration.ofMinutes(2).toNanos();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Window() {}

    /**
     * How fast a job was.
     *
     * @param cpuMicros processor time of this whole process for one trade: Flink with both its clients of Kafka,
     *     compiler and collector, but not the broker
     */
    record Speed(double tradesPerSecond, double cpuMicros) {}

    private record Mark(long trades, long nanos, long cpuNanos) {
        private static Mark at(long trades) {
            return new Mark(trades, System.nanoTime(), SYSTEM.getProcessCpuTime());
        }

        private Speed until(Mark end) {
            double count = end.trades - trades;
            return new Speed(count * 1e9 / (end.nanos - nanos), (end.cpuNanos - cpuNanos) / (1e3 * count));
        }
    }

    /** Waits until so many trades are through. */
    static Speed between(long begin, long end, LongSupplier through) {
        var deadline = System.nanoTime() + LONGEST_NANOS;
        return await(begin, deadline, through).until(await(end, deadline, through));
    }

    private static Mark await(long trades, long deadline, LongSupplier through) {
        while (true) {
            var mark = Mark.at(through.getAsLong());
            if (mark.trades >= trades) {
                return mark;
            }
            if (mark.nanos > deadline) {
                throw new IllegalStateException(mark.trades + " of " + trades + " trades went through, then no more");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
