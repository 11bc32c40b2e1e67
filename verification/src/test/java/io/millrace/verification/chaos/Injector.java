package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.platform.LocalPlatform;
import io.millrace.local.process.PartFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;

/** Does to a platform what a schedule says, each fault at its time and on a thread of its own. */
final class Injector implements AutoCloseable {
    private static final long BETWEEN_LOOKS_MILLIS = 20;
    private static final long LONGEST_WAIT_MILLIS = 60_000;
    private static final long SLOW_STOP_MILLIS = 150;
    private static final long SLOW_GO_MILLIS = 50;
    private static final String SECOND_STREAMS = "streams-2";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalPlatform platform;
    private final Links links;
    private final BrokerFaults broker;
    private final HistoryFile events;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Phaser running = new Phaser(1);
    private final Map<Fault.Kind, Integer> done = new ConcurrentHashMap<>();
    private long startNanos;

    Injector(LocalPlatform platform, Links links, BrokerFaults broker, HistoryFile events) {
        this.platform = platform;
        this.links = links;
        this.broker = broker;
        this.events = events;
    }

    /** Returns when the last fault has begun. */
    void run(Schedule schedule) throws InterruptedException {
        startNanos = System.nanoTime();
        for (var fault : schedule.faults()) {
            sleepUntil(fault.atMillis());
            running.register();
            threads.execute(() -> doOne(fault));
        }
        sleepUntil(schedule.lengthMillis());
    }

    /** Returns when every fault is over and taken back. */
    void heal() throws InterruptedException {
        running.arriveAndAwaitAdvance();
        broker.unthrottle();
        links.proxies().values().forEach(proxy -> {
            proxy.refuse(false);
            proxy.stall(false);
        });
    }

    /** How many faults of each kind were done. */
    Map<Fault.Kind, Integer> done() {
        return Map.copyOf(done);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        broker.close();
    }

    private void doOne(Fault fault) {
        var event = JSON.createObjectNode()
                .put("planned", fault.atMillis())
                .put("from", sinceStart())
                .put("kind", fault.kind().name())
                .put("target", fault.target())
                .put("for", fault.forMillis());
        try {
            boolean hit = isDone(fault, event);
            if (hit) {
                done.merge(fault.kind(), 1, Integer::sum);
            }
            events.add(event.put("done", hit).put("until", sinceStart()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            report(event, e);
        } finally {
            running.arriveAndDeregister();
        }
    }

    private void report(ObjectNode event, Exception e) {
        try {
            events.add(event.put("done", false).put("failed", e.toString()));
        } catch (IOException cannotSay) {
            cannotSay.addSuppressed(e);
            throw new UncheckedIOException(cannotSay);
        }
    }

    /** Returns whether it hit. */
    private boolean isDone(Fault fault, ObjectNode event) throws Exception {
        return switch (fault.kind()) {
            case KILL -> kill(fault, event);
            case PAUSE -> pause(fault, event);
            case SLOW -> slow(fault, event);
            case RESTART -> restart(fault, event);
            case CUT -> {
                event.put("sockets", links.proxy(fault.target()).cut());
                yield true;
            }
            case STALL -> {
                var link = links.proxy(fault.target());
                link.stall(true);
                TimeUnit.MILLISECONDS.sleep(fault.forMillis());
                link.stall(false);
                yield true;
            }
            case REFUSE -> {
                var link = links.proxy(fault.target());
                link.refuse(true);
                TimeUnit.MILLISECONDS.sleep(fault.forMillis());
                link.refuse(false);
                yield true;
            }
            case DISK_FULL -> {
                var process = living("kafka");
                yield process.isPresent() && broker.fillDisk(process.get(), fault, event);
            }
            case THROTTLE -> {
                broker.throttle(fault.forMillis());
                yield true;
            }
            case POISON -> {
                broker.poison(fault.target());
                yield true;
            }
            case RESCALE -> rescale(fault);
        };
    }

    private boolean kill(Fault fault, ObjectNode event) throws InterruptedException, IOException {
        var process = living(fault.target());
        if (process.isEmpty()) {
            return false;
        }
        event.put("pid", process.get().pid());
        return Processes.signal(process.get(), "KILL");
    }

    private boolean pause(Fault fault, ObjectNode event) throws InterruptedException, IOException {
        var process = living(fault.target());
        if (process.isEmpty()) {
            return false;
        }
        event.put("pid", process.get().pid());
        standStill(process.get(), fault.forMillis());
        return true;
    }

    private boolean slow(Fault fault, ObjectNode event) throws InterruptedException, IOException {
        var process = living(fault.target());
        if (process.isEmpty()) {
            return false;
        }
        event.put("pid", process.get().pid());
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(fault.forMillis());
        while (System.nanoTime() < end && process.get().isAlive()) {
            standStill(process.get(), SLOW_STOP_MILLIS);
            TimeUnit.MILLISECONDS.sleep(SLOW_GO_MILLIS);
        }
        return true;
    }

    /**
     * Stops a process and all that come from it, and lets the same go on: whoever kills the first of them meanwhile
     * leaves its children stopped and no longer its descendants.
     */
    static void standStill(ProcessHandle process, long millis) throws InterruptedException, IOException {
        var tree = Processes.tree(process);
        Processes.signalAll(tree, "STOP");
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            Processes.signalAll(tree, "CONT");
        }
    }

    private boolean restart(Fault fault, ObjectNode event) throws InterruptedException, IOException {
        var process = living(fault.target());
        if (process.isEmpty()) {
            return false;
        }
        event.put("pid", process.get().pid());
        return Processes.signal(process.get(), fault.target().equals("postgres") ? "INT" : "TERM");
    }

    /** The broker may be away just then: tried again until its time is over. */
    private boolean rescale(Fault fault) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(fault.forMillis());
        while (System.nanoTime() < end) {
            try {
                platform.startSecondStreams();
                TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
                platform.stop(SECOND_STREAMS);
                return true;
            } catch (PartFailedException notNow) {
                platform.stop(SECOND_STREAMS);
            }
        }
        return false;
    }

    /** The part's process, waited for while it is being brought back; none if its work is done. */
    private Optional<ProcessHandle> living(String part) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
        while (System.nanoTime() < deadline) {
            var process = platform.processes().get(part);
            if (process != null) {
                return Optional.of(process);
            }
            if (part.equals(Market.PART) && platform.isFinished(part)) {
                return Optional.empty();
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return Optional.empty();
    }

    private void sleepUntil(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis - sinceStart());
    }

    private long sinceStart() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }
}
