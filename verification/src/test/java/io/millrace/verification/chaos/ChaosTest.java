package io.millrace.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.local.platform.LocalPlatform;
import io.millrace.local.setup.State;
import io.millrace.verification.CalmRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short schedule: within 75 s every part is killed, and every other kind of fault hits. */
class ChaosTest {
    private static final long SEED = 20131125;
    static final long MILLIS = 75_000;

    @Test
    void losesAndDoublesNothingWhateverDies() throws Exception {
        var schedule = Schedule.of(SEED, MILLIS);
        var directory = Files.createTempDirectory(
                        Files.createDirectories(Path.of("target", "chaos")), schedule.seed() + "-")
                .toAbsolutePath();
        var verdict =
                Verdict.of(run(schedule, directory), schedule, CalmRun.get().records(), List.of());
        verdict.write("test");

        assertThat(verdict.ok()).as(verdict.text()).isTrue();
        LocalPlatform.wipe(new State(directory.resolve(ChaosRun.STATE)));
    }

    /** Whatever goes wrong, the seed and where to look are in what is printed. */
    private static ChaosRun.Outcome run(Schedule schedule, Path directory) {
        try {
            return new ChaosRun(schedule, directory, System.out).run();
        } catch (Exception e) {
            throw new AssertionError("seed " + schedule.seed() + ", history in " + directory, e);
        }
    }
}
