package io.millrace.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KillSwitchTest {
    private static final int ROUNDS = 3;

    /** How long it takes is printed, and told by the benchmark: a busy machine would make it a matter of luck here. */
    @Test
    void haltsEveryAccountAndCancelsEveryOpenOrderUntilAllResume() throws Exception {
        var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "chaos")), "kill-");

        var rounds = KillSwitch.run(directory, ROUNDS);

        rounds.forEach(System.out::println);
        assertThat(rounds).hasSize(ROUNDS).allSatisfy(round -> {
            assertThat(round.accounts()).as("people's and the strategies'").isEqualTo(9);
            assertThat(round.canceled()).isEqualTo(80);
        });
    }
}
