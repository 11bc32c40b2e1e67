package io.millrace.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.Comparator;
import java.util.EnumSet;
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
        var kills = Schedule.of(7, TEN_MINUTES).faults().stream()
                .filter(fault -> fault.kind() == Fault.Kind.KILL)
                .collect(Collectors.groupingBy(Fault::target, Collectors.counting()));

        assertThat(kills).containsOnlyKeys(Schedule.PARTS);
        assertThat(kills.values()).containsOnly(8L);
    }

    @Test
    void hasEveryKindOfFault() {
        var kinds = Schedule.of(7, TEN_MINUTES).faults().stream()
                .map(Fault::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.Kind.class)));

        assertThat(kinds).isEqualTo(EnumSet.allOf(Fault.Kind.class));
    }

    @Test
    void poisonsEveryTopic() {
        assertThat(Schedule.of(7, TEN_MINUTES).faults())
                .filteredOn(fault -> fault.kind() == Fault.Kind.POISON)
                .extracting(Fault::target)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }
}
