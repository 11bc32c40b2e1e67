package io.millrace.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long TEN_MINUTES = 600_000;

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Schedule.of(7, TEN_MINUTES)).isEqualTo(Schedule.of(7, TEN_MINUTES));
        assertThat(Schedule.of(7, TEN_MINUTES)).isNotEqualTo(Schedule.of(8, TEN_MINUTES));
    }

    @Test
    void isInTheOrderOfTimeAndWithinItsLength() {
        assertThat(Schedule.of(7, TEN_MINUTES).faults())
                .isSortedAccordingTo(Comparator.comparingLong(Fault::atMillis))
                .allSatisfy(fault -> assertThat(fault.atMillis()).isBetween(0L, TEN_MINUTES));
    }

    @Test
    void killsEveryPartAlikeAndAtLeastSixAMinute() {
        var kills = kills(Schedule.of(7, TEN_MINUTES));

        assertThat(kills).containsOnlyKeys(Schedule.PARTS);
        assertThat(kills.values()).containsOnly(8L);
    }

    @Test
    void killsEveryPartAtLeastSixTimesInTenMinutesWhateverTheSeed() {
        for (long seed = 0; seed < 1_000; seed++) {
            var kills = kills(Schedule.of(seed, TEN_MINUTES));

            assertThat(kills).containsOnlyKeys(Schedule.PARTS);
            assertThat(kills.values()).allMatch(ofOnePart -> ofOnePart >= 6);
            assertThat(kills.values().stream().mapToLong(Long::longValue).sum()).isGreaterThanOrEqualTo(60);
        }
    }

    @Test
    void killsEveryPartAndHasEveryKindOfFaultEvenIfShort() {
        for (long seed = 0; seed < 1_000; seed++) {
            var schedule = Schedule.of(seed, ChaosTest.MILLIS);

            assertThat(kills(schedule)).containsOnlyKeys(Schedule.PARTS);
            assertThat(kinds(schedule)).isEqualTo(EnumSet.allOf(Fault.Kind.class));
        }
    }

    @Test
    void hasEveryKindOfFault() {
        assertThat(kinds(Schedule.of(7, TEN_MINUTES))).isEqualTo(EnumSet.allOf(Fault.Kind.class));
    }

    @Test
    void poisonsEveryTopic() {
        assertThat(Schedule.of(7, TEN_MINUTES).faults())
                .filteredOn(fault -> fault.kind() == Fault.Kind.POISON)
                .extracting(Fault::target)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    private static Map<String, Long> kills(Schedule schedule) {
        return schedule.faults().stream()
                .filter(fault -> fault.kind() == Fault.Kind.KILL)
                .collect(Collectors.groupingBy(Fault::target, Collectors.counting()));
    }

    private static Set<Fault.Kind> kinds(Schedule schedule) {
        return schedule.faults().stream()
                .map(Fault::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.Kind.class)));
    }
}
