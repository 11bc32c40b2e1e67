package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.local.setup.State;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
    @TempDir
    private Path directory;

    @Test
    void isHeldByOneLauncherAtATime() throws Exception {
        var state = new State(directory);
        try (var held = StateLock.take(state)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> StateLock.take(state))
                    .hasMessageContaining("another platform runs on " + directory)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        StateLock.take(state).close();
    }
}
