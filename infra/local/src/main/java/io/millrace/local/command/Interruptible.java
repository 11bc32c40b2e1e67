package io.millrace.local.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Work that Ctrl-C and SIGTERM interrupt, and that may clean up before the process ends. */
final class Interruptible {
    private Interruptible() {}

    static <T> T call(Callable<T> work) throws Exception {
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
        } finally {
            done.countDown();
        }
    }
}
