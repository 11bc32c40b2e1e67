package io.millrace.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.local.platform.LocalPlatform;
import io.millrace.local.setup.State;
import io.millrace.verification.CalmRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A short schedule: every part is killed once or twice within two and a half minutes. */
class ChaosTest {
    private static final long SEED = 20131125;
    private static final long MILLIS = 150_000;

    @Test
    @EnabledIfSystemProperty(
            named = "chaos",
            matches = "true",
            disabledReason = "takes eight minutes of a machine of its own; run it with -Dchaos=true")
    void losesAndDoublesNothingWhateverDies() throws Exception {
        var schedule = Schedule.of(SEED, MILLIS);
        var directory = Files.createTempDirectory(
                        Files.createDirectories(Path.of("target", "chaos")), schedule.seed() + "-")
                .toAbsolutePath();
        var verdict = Verdict.of(
                new ChaosRun(schedule, directory, false, System.out).run(),
                CalmRun.get().records());
        verdict.write(schedule, "test");

        assertThat(verdict.ok()).as(verdict.text(schedule)).isTrue();
        assertThat(verdict.run().kills()).isGreaterThanOrEqualTo(12);
        assertThat(verdict.run().driven().requests()).isNotEmpty();
        LocalPlatform.wipe(new State(directory.resolve(ChaosRun.STATE)));
    }
}
