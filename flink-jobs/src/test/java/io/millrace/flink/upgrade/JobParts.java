package io.millrace.flink.upgrade;

import io.millrace.flink.job.JobSettings;
import io.millrace.flink.kafka.Broker;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.Registry;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What a job under test is put together from.
 *
 * @param release whose savepoint it continues from, or is made
 * @param feeds by input
 */
public record JobParts(
        Release release,
        StreamExecutionEnvironment environment,
        JobSettings settings,
        Registry registry,
        Broker broker,
        Map<String, Feed> feeds) {

    /** The records of an input; none at all if the release did not read it yet. */
    public DataStream<KafkaRecord> input(String name) {
        var feed = feeds.get(name);
        return feed != null
                ? feed.in(environment, name)
                : new Feed(settings.group() + name, 0, List.of(new KafkaRecord()), Long.MAX_VALUE)
                        .in(environment, name)
                        .filter(record -> false)
                        .uid("nothing-" + name)
                        .setParallelism(1);
    }
}
