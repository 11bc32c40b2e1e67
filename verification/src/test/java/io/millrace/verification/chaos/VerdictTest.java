package io.millrace.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.order.Action;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.verification.history.Driven;
import io.millrace.verification.history.History;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private static final Schedule SCHEDULE = Schedule.of(7, 600_000);
    private static final int ENOUGH = 2_000;

    @Test
    void isGoodIfAllThatWasPlannedHappenedAndNothingBroke() {
        var verdict = verdict(planned(), ENOUGH, List.of());

        assertThat(verdict.ok()).as(verdict.text()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Fault.Kind.class)
    void isNotGoodIfAKindOfFaultNeverHit(Fault.Kind kind) {
        var done = planned();
        done.remove(kind);

        assertThat(verdict(done, ENOUGH, List.of()).ok()).isFalse();
    }

    @Test
    void isNotGoodIfAKindOfOrderWasNeverTaken() {
        var wishes = wishes();
        wishes.remove("bracket");

        assertThat(verdict(planned(), wishes, ENOUGH, List.of()).ok()).isFalse();
    }

    @Test
    void isNotGoodIfTooLittleHappened() {
        var done = planned();
        done.put(Fault.Kind.KILL, 59);

        assertThat(verdict(done, ENOUGH, List.of()).ok()).as("too few kills").isFalse();
        assertThat(verdict(planned(), ENOUGH - 1, List.of()).ok())
                .as("too few requests")
                .isFalse();
    }

    @Test
    void isNotGoodIfSomethingEndedOtherwise() {
        assertThat(verdict(planned(), ENOUGH, List.of("a fill more")).ok()).isFalse();
    }

    private static Map<Fault.Kind, Integer> planned() {
        return new EnumMap<>(
                SCHEDULE.faults().stream().collect(Collectors.toMap(Fault::kind, fault -> 1, Integer::sum)));
    }

    private static Map<String, Integer> wishes() {
        return new TreeMap<>(Wishes.KINDS.stream().collect(Collectors.toMap(kind -> kind, kind -> 1)));
    }

    private static Verdict verdict(Map<Fault.Kind, Integer> done, int requests, List<String> otherwise) {
        return verdict(done, wishes(), requests, otherwise);
    }

    private static Verdict verdict(
            Map<Fault.Kind, Integer> done, Map<String, Integer> wishes, int requests, List<String> otherwise) {
        var acknowledged = IntStream.range(0, requests)
                .mapToObj(i -> new Driven.Request("key-" + i, "intent-" + i, "desk-1", Action.SUBMIT))
                .toList();
        var history = History.of(List.of(), new InMemoryRegistry())
                .withDriven(new Driven(List.of(), acknowledged, List.of()));
        var run = new ChaosRun.Outcome(
                Path.of("history"), done, wishes, requests, requests, history, new EndState(new TreeMap<>()), 660);
        return new Verdict(run, SCHEDULE, List.of(), otherwise, List.of());
    }
}
