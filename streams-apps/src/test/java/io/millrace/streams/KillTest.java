package io.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;
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

class KillTest {
    private static final int BARS = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Wire wire = new Wire(Wire.registry());

    @TempDir
    private Path directory;

    @Test
    @Timeout(360)
    void givesTheSameWhenAppAndBrokerAreKilledAsWhenNothingHappens() throws Exception {
        var undisturbed = TestLoops.run(directory.resolve("undisturbed"), BARS, new SplittableRandom(1), 0);
        try (var broker = BrokerProcess.start(Files.createDirectories(directory.resolve("kafka")))) {
            Provisioning.provision(Map.of("bootstrap.servers", broker.bootstrap()), Wire.registry());
            try (var topics = new RealTopics(broker.bootstrap(), wire);
                    var app = new StreamsChild(directory, broker.bootstrap())) {
                control(topics);
                app.start();
                var feed = new Feed(wire, BARS);
                for (int bar = 0; bar < BARS; bar++) {
                    feed.bar(bar, topics);
                    if (bar % 6 == 5) {
                        disturb(bar / 6, topics, app, broker);
                    }
                }
                feed.end(topics);
                await().atMost(PATIENCE).until(() -> topics.portfolioIsAt(feed.endNanos()));

                Outcome.of(topics).assertSameAs(undisturbed);
                for (var topic : Topics.all()) {
                    assertThat(topics.count(topic.deadLetters()))
                            .as(topic.deadLetters())
                            .isZero();
                }
            }
        }
    }

    /** Lets a little more come out, so that there is something to lose or to double, and then kills. */
    private static void disturb(int time, RealTopics topics, StreamsChild app, BrokerProcess broker) throws Exception {
        int before = topics.values(Topics.DECISIONS).size();
        await().atMost(PATIENCE).until(() -> topics.values(Topics.DECISIONS).size() > before + 2);
        if (time == 1) {
            broker.restart();
        } else {
            app.kill();
            app.start();
        }
    }

    private static void control(RealTopics topics) {
        Feed.control(topics::version);
        // The app reads what is there when it starts; what comes later would be decided upon too late.
        topics.flush();
    }
}
