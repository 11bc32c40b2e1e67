package io.millrace.streams.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a thread that died: it starts again from the last committed step. Threads that die again and again are no longer
 * an accident: then the app gives up, and whoever supervises the process starts it anew.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final int MAX_DEATHS = 10;
    private static final long WITHIN_NANOS = Duration.ofMinutes(1).toNanos();

    private final String app;
    private final Deque<Long> deaths = new ArrayDeque<>();

    ThreadReplacement(String app) {
        this.app = app;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable cause) {
        if (cause instanceof Error) {
            LOG.error("{}: gives up", app, cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        long now = System.nanoTime();
        while (!deaths.isEmpty() && now - deaths.peekFirst() > WITHIN_NANOS) {
            deaths.removeFirst();
        }
        deaths.addLast(now);
        if (deaths.size() > MAX_DEATHS) {
            LOG.error("{}: gives up, {} threads died within a minute", app, deaths.size(), cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.error("{}: a thread died and is replaced", app, cause);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
