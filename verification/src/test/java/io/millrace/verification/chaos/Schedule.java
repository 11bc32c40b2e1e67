package io.millrace.verification.chaos;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import io.millrace.verification.chaos.Fault.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * All faults of a run, in the order of time; the same for the same seed and length.
 *
 * <p>The algorithm, over one {@link Random} of the seed (the linear congruential generator that its javadoc states):
 *
 * <ol>
 *   <li>Kills come every {@value #KILL_EVERY_MILLIS} ms, each up to a third of that earlier or later. Whom they hit is
 *       dealt like cards: all parts shuffled, and when they are used up shuffled again, so that every part is killed as
 *       often as any other.
 *   <li>Other faults come every {@value #OTHER_EVERY_MILLIS} ms in the same way, of all kinds dealt alike, each on a
 *       target drawn from those of its kind, for a time drawn evenly from 1 s up to the kind's longest.
 *   <li>Every topic gets a poison record at a time drawn evenly.
 *   <li>A second instance of the streams apps comes after a quarter of the time and goes after two thirds.
 * </ol>
 *
 * @param faults in the order of time
 */
record Schedule(long seed, long lengthMillis, List<Fault> faults) {
    static final long KILL_EVERY_MILLIS = 7_500;
    static final long OTHER_EVERY_MILLIS = 8_000;

    private static final long SHORTEST_MILLIS = 1_000;

    /** All that can be killed; the jobs die with their managers. */
    static final List<String> PARTS = List.of(
            "kafka",
            "taskmanager",
            "jobmanager",
            "streams",
            "outbox",
            "ledger",
            "marketdata",
            "postgres",
            "registry",
            "gateway");

    static final String BROKER_LINK = "broker-link";
    static final String DATABASE_LINK = "database-link";

    private static final List<Kind> OTHERS = List.of(
            Kind.PAUSE,
            Kind.PAUSE,
            Kind.SLOW,
            Kind.RESTART,
            Kind.CUT,
            Kind.STALL,
            Kind.REFUSE,
            Kind.DISK_FULL,
            Kind.THROTTLE);

    Schedule {
        faults = List.copyOf(faults);
    }

    static Schedule of(long seed, long lengthMillis) {
        var random = new Random(seed);
        var faults = new ArrayList<Fault>();
        var victims = new Deck<>(PARTS, random);
        for (long at : times(lengthMillis, KILL_EVERY_MILLIS, random)) {
            faults.add(new Fault(at, Kind.KILL, victims.next(), 0));
        }
        var kinds = new Deck<>(OTHERS, random);
        for (long at : times(lengthMillis, OTHER_EVERY_MILLIS, random)) {
            faults.add(other(at, kinds.next(), random));
        }
        for (var topic : Topics.all()) {
            long at = (long) (random.nextDouble() * lengthMillis);
            faults.add(new Fault(at, Kind.POISON, topic.name(), 0));
        }
        faults.add(new Fault(lengthMillis / 4, Kind.RESCALE, "streams", lengthMillis * 5 / 12));
        faults.sort(Comparator.comparingLong(Fault::atMillis));
        return new Schedule(seed, lengthMillis, faults);
    }

    /** How many faults of a kind there are. */
    long count(Kind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).count();
    }

    private static List<Long> times(long length, long every, Random random) {
        var times = new ArrayList<Long>();
        for (long slot = every / 2; slot < length; slot += every) {
            times.add(slot + (long) ((random.nextDouble() * 2 - 1) * every / 3));
        }
        return times;
    }

    private static Fault other(long at, Kind kind, Random random) {
        var targets =
                switch (kind) {
                    case CUT, STALL, REFUSE -> List.of(BROKER_LINK, BROKER_LINK, DATABASE_LINK);
                    case DISK_FULL ->
                        Topics.all().stream()
                                .filter(topic -> topic.owner().contains("risk")
                                        || topic.owner().contains("marketdata"))
                                .map(Topic::name)
                                .toList();
                    case THROTTLE -> List.of("kafka");
                    default -> PARTS;
                };
        var target = targets.get(random.nextInt(targets.size()));
        long longest = longestMillis(kind);
        long time = longest == 0 ? 0 : SHORTEST_MILLIS + (long) (random.nextDouble() * (longest - SHORTEST_MILLIS));
        return new Fault(at, kind, target, time);
    }

    private static long longestMillis(Kind kind) {
        return switch (kind) {
            case PAUSE -> 8_000;
            case SLOW -> 8_000;
            case STALL -> 6_000;
            case REFUSE -> 4_000;
            case THROTTLE -> 5_000;
            case DISK_FULL -> 5_000;
            default -> 0;
        };
    }

    /** Deals all of its cards before any comes again. */
    private static final class Deck<T> {
        private final List<T> cards;
        private final Random random;
        private int next;

        Deck(List<T> cards, Random random) {
            this.cards = new ArrayList<>(cards);
            this.random = random;
            this.next = cards.size();
        }

        T next() {
            if (next == cards.size()) {
                Collections.shuffle(cards, random);
                next = 0;
            }
            return cards.get(next++);
        }
    }
}
