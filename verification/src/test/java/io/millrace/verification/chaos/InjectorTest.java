package io.millrace.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InjectorTest {
    private static final long STILL_MILLIS = 500;

    @Test
    void letsTheChildrenGoOnOfWhomWasKilledWhileItStoodStill() throws Exception {
        var parent = new ProcessBuilder("sh", "-c", "sleep 60 & wait").start();
        try {
            while (parent.descendants().findAny().isEmpty()) {
                Thread.onSpinWait();
            }
            var child = parent.descendants().findAny().orElseThrow();
            var still = CompletableFuture.runAsync(() -> standStill(parent.toHandle()));
            while (state(child) != 'T') {
                Thread.onSpinWait();
            }
            parent.destroyForcibly();
            still.get(20, TimeUnit.SECONDS);

            assertThat(state(child)).as("state of the child").isNotEqualTo('T');
            child.destroyForcibly();
        } finally {
            parent.destroyForcibly();
        }
    }

    private static void standStill(ProcessHandle process) {
        try {
            Injector.standStill(process, STILL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the kernel has it, T for stopped. */
    private static char state(ProcessHandle process) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }
}
