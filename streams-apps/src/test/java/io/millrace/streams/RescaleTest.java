package io.millrace.streams;

import static org.awaitility.Awaitility.await;

import io.millrace.schemas.Provisioning;
import io.millrace.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RescaleTest {
    private static final int BARS = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Wire wire = new Wire(Wire.registry());

    @TempDir
    private Path directory;

    @Test
    @Timeout(360)
    void givesTheSameWhenASecondInstanceComesAndTheFirstGoesInMidFlow() throws Exception {
        var undisturbed = TestLoops.run(directory.resolve("undisturbed"), BARS, new SplittableRandom(1), 0);
        try (var broker = BrokerProcess.start(Files.createDirectories(directory.resolve("kafka")))) {
            Provisioning.provision(Map.of("bootstrap.servers", broker.bootstrap()), Wire.registry());
            try (var topics = new RealTopics(broker.bootstrap(), wire);
                    var first =
                            new StreamsChild(directory.resolve("first"), broker.bootstrap(), StreamsChild.ALL, "0");
                    var second =
                            new StreamsChild(directory.resolve("second"), broker.bootstrap(), StreamsChild.ALL, "1")) {
                Feed.control(topics::version);
                topics.flush();
                var feed = new Feed(wire, BARS);
                first.start();
                feed(feed, 0, topics);
                second.start();
                feed(feed, BARS / 3, topics);
                first.drain();
                feed(feed, 2 * BARS / 3, topics);
                feed.end(topics);
                await().atMost(PATIENCE).until(() -> topics.portfolioIsAt(feed.endNanos()));

                Outcome.of(topics).assertSameAs(undisturbed);
            }
        }
    }

    /** A third of the bars; more has come out than before when it returns. */
    private static void feed(Feed feed, int from, RealTopics topics) {
        int before = topics.values(Topics.DECISIONS).size();
        for (int bar = from; bar < from + BARS / 3; bar++) {
            feed.bar(bar, topics);
        }
        await().atMost(PATIENCE).until(() -> topics.values(Topics.DECISIONS).size() > before + 2);
    }
}
