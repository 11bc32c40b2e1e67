package io.millrace.local.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Work that Ctrl-C and SIGTERM interrupt, and that may clean up before the process ends. */
public final class Interruptible {
    /** What shells give to a command that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    private Interruptible() {}

    /** Does the work; returns its exit code. */
    public static int call(Callable<Integer> work) throws Exception {
        var worker = Thread.currentThread();
        var done = new CountDownLatch(1);
        var hook = new Thread(() -> {
            worker.interrupt();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } catch (InterruptedException asked) {
            System.err.println("stopped");
            return INTERRUPTED;
        } finally {
            done.countDown();
        }
    }
}
