package io.millrace.local.demo;

import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the clock that ends a replay must come through.
 *
 * @param key of the records that must all be out by then
 */
record EndClock(Topic<?> topic, String key, Frontier frontier) {
    /** The ends of every branch: what is computed for the instrument, and what happens to the accounts. */
    static List<EndClock> all(String instrument, Harvest harvest) {
        var ends = new ArrayList<EndClock>();
        ends.add(new EndClock(Topics.BARS, instrument, harvest.frontier()));
        ends.add(new EndClock(Topics.FEATURES, instrument, harvest.frontier()));
        for (var account : harvest.trading().accounts().keySet()) {
            ends.add(new EndClock(Topics.DECISIONS, account, harvest.frontier()));
            ends.add(new EndClock(Topics.EQUITY, account, harvest.frontier()));
        }
        return ends;
    }

    boolean isReached(Follower follower, long nanos) {
        return frontier.hasReached(topic, follower.partitions(topic), key, nanos);
    }

    @Override
    public String toString() {
        return topic + " " + frontier.furthest(topic);
    }
}
