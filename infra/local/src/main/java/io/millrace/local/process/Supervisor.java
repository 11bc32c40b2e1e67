package io.millrace.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts parts as soon as what they need is ready, keeps them up, stops them in reverse. */
public final class Supervisor implements AutoCloseable {
    private static final String PID = ".pid";
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(2);
    private static final Duration ORPHAN_GRACE = Duration.ofSeconds(10);

    private final Path runDirectory;
    private final Path logDirectory;
    private final Progress progress;
    private final Map<String, SupervisedPart> parts = new LinkedHashMap<>();
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(Threads.named("check"));
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.named("supervisor"));

    /**
     * @param runDirectory where pid files are kept
     * @param logDirectory where a part's log is, {@code PART.log}
     */
    public Supervisor(Path runDirectory, Path logDirectory, Progress progress) {
        this.runDirectory = runDirectory;
        this.logDirectory = logDirectory;
        this.progress = progress;
    }

    /** The living processes that pid files name, by part. */
    public static SortedMap<String, ProcessHandle> processes(Path runDirectory) throws IOException {
        var living = new TreeMap<String, ProcessHandle>();
        if (!Files.isDirectory(runDirectory)) {
            return living;
        }
        try (var files = Files.newDirectoryStream(runDirectory, "*" + PID)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                new PidFile(file)
                        .process()
                        .ifPresent(process -> living.put(name.substring(0, name.length() - PID.length()), process));
            }
        }
        return living;
    }

    /** Ends what a launcher that was killed left running here; returns which parts. */
    public static List<String> endOrphans(Path runDirectory) throws IOException, InterruptedException {
        var orphans = processes(runDirectory);
        orphans.values().forEach(ProcessHandle::destroy);
        for (var orphan : orphans.entrySet()) {
            Signals.end(orphan.getValue(), "TERM", ORPHAN_GRACE);
            Files.deleteIfExists(runDirectory.resolve(orphan.getKey() + PID));
        }
        return List.copyOf(orphans.keySet());
    }

    /**
     * Starts parts side by side and returns when all are ready.
     *
     * @throws PartFailedException one could not be started; the others are left as they are, {@link #close} ends them
     */
    public void start(List<? extends Part> added) throws PartFailedException, InterruptedException {
        var supervised = new ArrayList<SupervisedPart>();
        synchronized (parts) {
            for (var part : added) {
                var one = supervise(part);
                if (parts.putIfAbsent(part.name(), one) != null) {
                    throw new IllegalArgumentException("there is a part " + part.name() + " already");
                }
                supervised.add(one);
            }
        }
        var failure = new CompletableFuture<Void>();
        var started = supervised.stream()
                .map(one -> needsOf(one.part()).thenRunAsync(() -> one.startFirstTime(progress, failure), threads))
                .toList();
        await(CompletableFuture.anyOf(failure, all(started)));
        await(failure.isDone() ? failure : CompletableFuture.completedFuture(null));
        for (var one : supervised) {
            if (one instanceof SupervisedTask task) {
                var unused = checks.scheduleWithFixedDelay(
                        () -> task.check(progress),
                        BETWEEN_CHECKS.toMillis(),
                        BETWEEN_CHECKS.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Stops one part for good, politely; it can be started again later. */
    public void stop(String part) {
        var stopped = supervised(part);
        stopped.stop(progress);
        synchronized (parts) {
            parts.remove(part, stopped);
        }
    }

    /** Completes when a finite part has done its work. */
    public CompletableFuture<Void> finished(String part) {
        if (supervised(part) instanceof SupervisedProcess process) {
            return process.finished();
        }
        throw new IllegalArgumentException(part + " is no process");
    }

    /** Living processes by part. */
    public SortedMap<String, ProcessHandle> processes() {
        var living = new TreeMap<String, ProcessHandle>();
        synchronized (parts) {
            for (var part : parts.values()) {
                if (part instanceof SupervisedProcess process) {
                    process.handle().ifPresent(handle -> living.put(part.part().name(), handle));
                }
            }
        }
        return living;
    }

    /** Stops all parts; each after those that need it. */
    @Override
    public void close() {
        checks.shutdownNow();
        Map<String, SupervisedPart> all;
        synchronized (parts) {
            all = new LinkedHashMap<>(parts);
        }
        var stopped = new HashMap<String, CompletableFuture<Void>>();
        all(all.keySet().stream()
                        .map(name -> stopAfterDependents(name, all, stopped))
                        .toList())
                .join();
        threads.shutdownNow();
    }

    private CompletableFuture<Void> stopAfterDependents(
            String name, Map<String, SupervisedPart> all, Map<String, CompletableFuture<Void>> stopped) {
        var known = stopped.get(name);
        if (known != null) {
            return known;
        }
        var dependents = all.values().stream()
                .map(SupervisedPart::part)
                .filter(other -> other.needs().contains(name))
                .map(other -> stopAfterDependents(other.name(), all, stopped))
                .toList();
        var mine = all(dependents).thenRunAsync(() -> all.get(name).stop(progress), threads);
        stopped.put(name, mine);
        return mine;
    }

    private SupervisedPart supervise(Part part) {
        if (part instanceof ProcessPart process) {
            var log = logDirectory.resolve(part.name() + ".log");
            var pidFile = new PidFile(runDirectory.resolve(part.name() + PID));
            return new SupervisedProcess(process, log, pidFile, threads, progress);
        }
        return new SupervisedTask((TaskPart) part);
    }

    private SupervisedPart supervised(String name) {
        synchronized (parts) {
            return Optional.ofNullable(parts.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("there is no part " + name));
        }
    }

    private CompletableFuture<Void> needsOf(Part part) {
        return all(part.needs().stream().map(name -> supervised(name).ready()).toList());
    }

    private static CompletableFuture<Void> all(Collection<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    private static void await(CompletableFuture<?> future) throws PartFailedException, InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PartFailedException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause().toString(), e.getCause());
        }
    }
}
