package io.millrace.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.core.indicator.catalogue.IndicatorKinds;
import io.millrace.core.indicator.catalogue.Indicators;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An update allocates nothing: measured in bytes, of every kind that there is. */
class AllocationTest {
    private static final int TURNS = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<BarValues> BARS = BarSeries.random(8, 2_000, 100, 0.01);

    static List<String> names() {
        return IndicatorKinds.all().stream().map(IndicatorKind::defaultName).toList();
    }

    static List<String> pairNames() {
        return IndicatorKinds.PAIRS.kinds().stream()
                .map(IndicatorKind::defaultName)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void updatesAllocateNothing(String name) {
        var indicator = Indicators.parse(name);
        int values = indicator.valueNames().size();
        assertThat(leastAllocated(() -> {
                    double sum = 0;
                    for (int i = 0; i < BARS.size(); i++) {
                        indicator.update(BARS.get(i));
                        if (indicator.isReady()) {
                            for (int k = 0; k < values; k++) {
                                sum += indicator.value(k);
                            }
                        }
                    }
                    return sum;
                }))
                .isLessThanOrEqualTo(looksUpSessions(name) ? BARS.size() : 0);
    }

    /** A calendar is asked once for every session, not for every bar: less than a byte per update. */
    private static boolean looksUpSessions(String name) {
        return IndicatorKinds.all().stream()
                .filter(kind -> kind.defaultName().equals(name))
                .flatMap(kind -> kind.parameters().stream())
                .anyMatch(parameter -> parameter.type() == IndicatorParameter.Type.WORD);
    }

    @ParameterizedTest
    @MethodSource("pairNames")
    void updatesOfPairsAllocateNothing(String name) {
        var indicator = Indicators.parsePair(name);
        assertThat(leastAllocated(() -> {
                    double sum = 0;
                    for (int i = 1; i < BARS.size(); i++) {
                        indicator.update(BARS.get(i), BARS.get(i - 1));
                        sum += indicator.value(0);
                    }
                    return sum;
                }))
                .isZero();
    }

    /** A computation over all bars. */
    @FunctionalInterface
    private interface Pass {
        double run();
    }

    /** The least of a few passes: what the machine itself allocates now and then on this thread is not ours. */
    private static long leastAllocated(Pass pass) {
        long least = Long.MAX_VALUE;
        double sum = pass.run();
        for (int turn = 0; turn < TURNS; turn++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            sum += pass.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(sum).isNotNaN();
        return least;
    }
}
