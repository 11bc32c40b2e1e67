package io.millrace.flink.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.flink.kafka.KafkaRecord;
import io.millrace.flink.kafka.TestRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Makes the savepoint of a job as it is now: for the next release. */
final class SavepointMaker {
    private final JobSavepoint savepoint;
    private final Function<JobParts, DataStream<KafkaRecord>> wiring;
    private final GoldenMarket market;

    SavepointMaker(JobSavepoint savepoint, Function<JobParts, DataStream<KafkaRecord>> wiring) {
        this.savepoint = savepoint;
        this.wiring = wiring;
        this.market = new GoldenMarket(new TestRegistry().connect());
    }

    /** Stops the job in the midst of the market, and notes what it sends beyond that if nobody stops it. */
    void make(List<String> inputs) throws Exception {
        var release = savepoint.release();
        release.writeSchemas(new TestRegistry().connect());
        var all = new TreeMap<>(market.inputs());
        all.keySet().retainAll(inputs);
        for (var input : inputs) {
            var records = all.get(input);
            release.writeRest(input, records.subList(market.beforeStop().get(input), records.size()));
        }
        var undisturbed = run().toEnd(all, market.control());
        var stopped = run().stop(all, market.beforeStop(), market.control(), savepoint.path());
        var outputs = new Outputs(release);
        savepoint.writeSent(rest(outputs.read(undisturbed), outputs.read(stopped)));
    }

    private JobRun run() {
        return new JobRun(savepoint.release(), savepoint.job(), 1, wiring);
    }

    private static List<JsonNode> rest(List<JsonNode> all, List<JsonNode> before) {
        var sentBefore = Outputs.byKey(before);
        var rest = new ArrayList<JsonNode>();
        Outputs.byKey(all).forEach((key, sent) -> {
            var first = sentBefore.getOrDefault(key, List.of());
            if (!sent.subList(0, first.size()).equals(first)) {
                throw new IllegalStateException("the run that was stopped sent something else to " + key);
            }
            rest.addAll(sent.subList(first.size(), sent.size()));
        });
        return rest;
    }
}
