package io.millrace.streams;

import io.millrace.streams.OrderTraffic.Shape;
import io.millrace.streams.OrderTraffic.Stretch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Traffic at one end of the order path and a venue at the other, and how long it takes between them. */
final class OrderPath implements AutoCloseable {
    private static final int RECOVERY_RATE = 100;
    private static final int BEFORE = RECOVERY_RATE;
    /** For one thing: a whole stretch may take longer on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long PAUSE_MILLIS = 5;

    /**
     * From sending an intent to reading its committed command.
     *
     * @param p50 in ms
     * @param p99 in ms
     * @param perSecond commands, from the first intent to the last command
     */
    record Latency(double p50, double p99, double perSecond) {}

    /**
     * From the moment the app is told to end, in seconds.
     *
     * @param ended until its process has exited
     * @param decided until the new one's first command
     */
    record Recovery(double ended, double decided) {}

    /** What happens to the app. */
    interface Event {
        void happen() throws Exception;
    }

    private final OrderTraffic traffic;
    private final InstantVenue venue;
    private int sent;

    OrderPath(String bootstrap, String intents, String commands, String reports) {
        traffic = new OrderTraffic(bootstrap, intents);
        venue = new InstantVenue(bootstrap, commands, reports);
    }

    OrderTraffic traffic() {
        return traffic;
    }

    /** How long it takes at a rate, once all has come. */
    Latency measure(Shape shape, int perSecond, int seconds) throws InterruptedException {
        var stretch = traffic.send(shape, perSecond, seconds);
        settle(stretch);
        var millis = IntStream.range(stretch.from(), stretch.to())
                .mapToDouble(n -> (venue.cameNanos(n) - traffic.sentNanos(n)) / 1e6)
                .sorted()
                .toArray();
        long last = IntStream.range(stretch.from(), stretch.to())
                .mapToLong(venue::cameNanos)
                .max()
                .orElseThrow();
        double elapsed = (last - traffic.sentNanos(stretch.from())) / 1e9;
        return new Latency(millis[millis.length / 2], millis[millis.length * 99 / 100], stretch.size() / elapsed);
    }

    /** Gives each account an open order. */
    void rest() throws InterruptedException {
        settle(traffic.sendResting());
    }

    /**
     * Ends the app under traffic and starts it again. What counts as decided by the new process is a command for an intent
     * that was sent after the old one had exited.
     */
    Recovery recovery(Event end, Event start) throws Exception {
        int from = sent;
        var recovered = new AtomicBoolean();
        var sending = CompletableFuture.supplyAsync(
                () -> traffic.sendWhile(Shape.ARRIVAL, RECOVERY_RATE, () -> !recovered.get()));
        int next;
        long begun;
        long ended;
        try {
            await(() -> venue.times(from + BEFORE) > 0);
            begun = System.nanoTime();
            end.happen();
            ended = System.nanoTime();
            start.happen();
            next = firstSentAfter(from, ended);
            await(() -> venue.times(next) > 0);
        } finally {
            recovered.set(true);
        }
        settle(sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        return new Recovery((ended - begun) / 1e9, (venue.cameNanos(next) - begun) / 1e9);
    }

    private int firstSentAfter(int from, long nanos) throws InterruptedException {
        for (int n = from; ; n++) {
            int number = n;
            await(() -> traffic.sentNanos(number) > 0);
            if (traffic.sentNanos(number) > nanos) {
                return number;
            }
        }
    }

    /** Neither lost nor doubled, whatever happened to the app. */
    void checkAllCameOnce() {
        for (int n = 0; n < sent; n++) {
            if (venue.times(n) != 1) {
                throw new IllegalStateException("order " + n + " came " + venue.times(n) + " times");
            }
        }
    }

    @Override
    public void close() {
        venue.close();
        traffic.close();
    }

    private void settle(Stretch stretch) throws InterruptedException {
        sent = stretch.to();
        for (int n = stretch.from(); n < stretch.to(); n++) {
            int number = n;
            await(() -> venue.times(number) > 0);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("commands did not come within " + PATIENCE + ": " + missing());
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private String missing() {
        return IntStream.range(0, sent).filter(n -> venue.times(n) == 0).count() + " of " + sent + " are missing";
    }
}
