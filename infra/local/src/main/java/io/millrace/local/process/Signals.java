package io.millrace.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: politely first, then not. */
final class Signals {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private Signals() {}

    /** Sends the signal, waits, kills what is still there. Returns whether the signal was enough. */
    static boolean end(ProcessHandle process, String signal, Duration grace) throws InterruptedException {
        send(process, signal);
        if (hasEnded(process, grace)) {
            return true;
        }
        process.destroyForcibly();
        hasEnded(process, AFTER_KILL);
        return false;
    }

    private static void send(ProcessHandle process, String signal) throws InterruptedException {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            process.destroy();
        }
    }

    private static boolean hasEnded(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
