package io.millrace.verification.chaos;

/**
 * One disturbance.
 *
 * @param atMillis when, from the schedule's start
 * @param kind what is done
 * @param target to whom: a part, a link or a topic, by the kind
 * @param forMillis how long it lasts; 0 for what is over at once
 */
record Fault(long atMillis, Kind kind, String target, long forMillis) {
    /** What can be done. */
    enum Kind {
        /** {@code kill -9} of a part. */
        KILL,
        /** The part's whole process tree stands still (SIGSTOP), then goes on (SIGCONT). */
        PAUSE,
        /** The part runs a quarter of the time: SIGSTOP for 150 ms, SIGCONT for 50 ms, again and again. */
        SLOW,
        /** The part is asked to end as a person would ask it, and started again by its supervisor. */
        RESTART,
        /** All connections of a link are reset at once. */
        CUT,
        /** No byte passes a link, though its connections stay. */
        STALL,
        /** All connections of a link are reset, and new ones are too. */
        REFUSE,
        /**
         * The disk quota of a topic is used up: a few bytes further on its log cannot grow (RLIMIT_FSIZE of the broker, so
         * that writes fail with EFBIG, the last of them torn). The broker gives its disk up and ends.
         */
        DISK_FULL,
        /** The broker takes no more than a few KiB/s from each producer (its byte-rate quota). */
        THROTTLE,
        /** Records that nobody can read are put into a topic. */
        POISON,
        /** A second instance of the streams apps comes and takes its share, and goes again. */
        RESCALE
    }

    @Override
    public String toString() {
        return "%7.1f s  %-9s %-28s%s"
                .formatted(
                        atMillis / 1e3, kind, target, forMillis == 0 ? "" : "  for %.1f s".formatted(forMillis / 1e3));
    }
}
