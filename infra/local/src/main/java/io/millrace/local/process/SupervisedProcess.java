package io.millrace.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A child process that is started again when it dies. */
final class SupervisedProcess extends SupervisedPart {
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);
    private static final Duration STOP_GRACE = Duration.ofSeconds(20);
    /** One that lived shorter than this is not started again at once. */
    private static final Duration SHORT_LIFE = Duration.ofSeconds(5);

    private final ProcessPart part;
    private final Path log;
    private final PidFile pidFile;
    private final Executor threads;
    private final Progress progress;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private ChildProcess child;

    SupervisedProcess(ProcessPart part, Path log, PidFile pidFile, Executor threads, Progress progress) {
        this.part = part;
        this.log = log;
        this.pidFile = pidFile;
        this.threads = threads;
        this.progress = progress;
    }

    @Override
    ProcessPart part() {
        return part;
    }

    /** Completes when a finite part has done its work. */
    CompletableFuture<Void> finished() {
        return finished;
    }

    synchronized Optional<ProcessHandle> handle() {
        return Optional.ofNullable(child).map(ChildProcess::handle).filter(ProcessHandle::isAlive);
    }

    @Override
    void bringUp() throws Exception {
        part.prepare();
        var started = launch();
        if (started.isEmpty()) {
            return;
        }
        awaitReady(started.get());
        threads.execute(() -> watch(started.get()));
    }

    private synchronized Optional<ChildProcess> launch() throws Exception {
        if (isStopping()) {
            return Optional.empty();
        }
        child = ChildProcess.start(part.command(), log, pidFile);
        return Optional.of(child);
    }

    private void awaitReady(ChildProcess started) throws Exception {
        String why = "it did not say";
        while (started.age().compareTo(part.patience()) < 0) {
            if (started.hasEndedWithin(BETWEEN_PROBES)) {
                if (part.isFinite() && started.exitCode() == 0) {
                    return;
                }
                throw new PartFailedException(
                        part.name(), "ended with exit code " + started.exitCode() + " before it was ready", log);
            }
            try {
                if (part.isReady()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception notYet) {
                why = String.valueOf(notYet.getMessage());
            }
        }
        started.stop("KILL", Duration.ZERO);
        throw new PartFailedException(
                part.name(), "was not ready after " + part.patience().toSeconds() + " s (" + why + ")", log);
    }

    private void watch(ChildProcess started) {
        try {
            ended(started, started.awaitExit());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(ChildProcess ended, int code) {
        if (isStopping()) {
            return;
        }
        if (part.isFinite() && code == 0) {
            finished.complete(null);
            return;
        }
        progress.notice(part.name(), "ended with exit code " + code + ", starting it again; its log: " + log);
        boolean shortLived = ended.age().compareTo(SHORT_LIFE) < 0;
        var pause = shortLived ? Duration.ofSeconds(1) : Duration.ZERO;
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(() -> bringUpAgain(threads, progress, pause));
    }

    @Override
    void shutDown() throws Exception {
        ChildProcess last;
        synchronized (this) {
            last = child;
        }
        if (last != null && !last.stop(part.stopSignal(), STOP_GRACE)) {
            progress.notice(part.name(), "did not stop within " + STOP_GRACE.toSeconds() + " s and was killed");
        }
    }
}
