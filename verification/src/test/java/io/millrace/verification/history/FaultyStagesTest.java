package io.millrace.verification.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.verification.history.FaultyStage.Fault;
import io.millrace.verification.history.SmallRun.Breach;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A stage that loses every n-th of its values, or sends it twice, is caught in the history of the run. */
class FaultyStagesTest {
    static Stream<Arguments> breaches() {
        return Stream.of(
                breach("risk", Topics.DECISIONS, Fault.LOSES, EveryIntentDecidedOnce.class),
                breach("risk", Topics.DECISIONS, Fault.DOUBLES, EveryIntentDecidedOnce.class),
                breach("risk", Topics.APPROVED_ORDERS, Fault.LOSES, NoApprovalWithoutDecision.class),
                breach("routing", Topics.VENUE_COMMANDS, Fault.LOSES, NoCommandWithoutApproval.class),
                breach("routing", Topics.VENUE_COMMANDS, Fault.DOUBLES, NoCommandWithoutApproval.class),
                breach("papervenue", Topics.EXECUTION_REPORTS, Fault.LOSES, OrdersFollowTheirStates.class),
                breach("papervenue", Topics.EXECUTION_REPORTS, Fault.DOUBLES, OrdersFollowTheirStates.class),
                breach("portfolio", Topics.POSITIONS, Fault.LOSES, BooksEqualFills.class),
                breach("portfolio", Topics.EQUITY, Fault.DOUBLES, BooksEqualFills.class));
    }

    private static Arguments breach(String processor, Topic<?> sink, Fault fault, Class<? extends Checker> caughtBy) {
        return Arguments.of(new Breach(processor, sink, fault, 5), caughtBy);
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void isCaught(Breach breach, Class<? extends Checker> caughtBy, @TempDir Path directory) {
        var violations = Checkers.all(SmallRun.of(directory, breach));

        assertThat(List.copyOf(violations))
                .extracting(Violation::checker)
                .as(Checkers.report(violations, 1))
                .contains(caughtBy.getSimpleName());
    }
}
