package io.millrace.verification.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No checker objects to what the stages do when nothing is planted. */
class GoodHistoryTest {
    @Test
    void noCheckerObjectsToARunWithoutFaults(@TempDir Path directory) {
        var history = SmallRun.of(directory, SmallRun.Breach.NONE);

        assertThat(Checkers.report(Checkers.all(history), 3)).isEmpty();
        assertThat(history.of(Topics.DECISIONS))
                .extracting(logged -> logged.value().approved())
                .contains(true, false);
        assertThat(history.of(Topics.DECISIONS).stream()
                        .map(Logged::value)
                        .filter(RiskDecision::approved)
                        .count())
                .isGreaterThan(15);
        assertThat(history.of(Topics.EXECUTION_REPORTS)).hasSizeGreaterThan(30);
        assertThat(history.of(Topics.EQUITY)).hasSizeGreaterThan(30);
    }
}
