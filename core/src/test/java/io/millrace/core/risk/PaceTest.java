package io.millrace.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long WINDOW = 60 * SECOND;

    @Property
    void countsExactlyWhileThereAreFew(
            @ForAll @Size(max = 100) List<@LongRange(min = 0, max = 300_000_000_000L) Long> times) {
        var sorted = times.stream().sorted().toList();
        var pace = Pace.NONE;
        for (int i = 0; i < sorted.size(); i++) {
            pace = pace.and(sorted.get(i));
            assertThat((long) pace.within(sorted.get(i))).isEqualTo(exact(sorted.subList(0, i + 1), sorted.get(i)));
        }
    }

    @Example
    void staysSmallAndNeverCountsTooFewHoweverManyThereAre() {
        var pace = Pace.NONE;
        var times = new ArrayList<Long>();
        for (int i = 0; i < 200_000; i++) {
            long time = i * 700_000L;
            times.add(time);
            pace = pace.and(time);
            if (i % 10_000 == 9_999) {
                long exact = exact(times, time);
                assertThat((long) pace.within(time)).isBetween(exact, exact + SECOND / 700_000 + 1);
            }
        }
        assertThat(pace.nanos().length).isLessThanOrEqualTo(128);
    }

    @Example
    void takesWhatComesOutOfOrder() {
        var pace = Pace.NONE.and(5).and(9).and(7);
        assertThat(pace.nanos()).containsExactly(5, 7, 9);
        assertThat(pace.counts()).containsExactly(1, 1, 1);
        assertThat(Pace.of(pace.nanos(), pace.counts())).isEqualTo(pace).hasSameHashCodeAs(pace);
    }

    private static long exact(List<Long> times, long now) {
        return times.stream().filter(time -> time <= now && time > now - WINDOW).count();
    }
}
