package io.millrace.flink.upgrade;

import io.millrace.flink.kafka.KafkaRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Records of an input in memory. How far it has been read is state of its source, as with a topic: a job that continues
 * from a savepoint gets what comes next.
 */
final class Feed {
    private static final String UID = "feed-";
    private static final Map<String, Feed> OPEN = new ConcurrentHashMap<>();

    private final String id;
    private final long first;
    private final List<KafkaRecord> records;
    private final long pauseBehind;
    private final CountDownLatch paused = new CountDownLatch(1);
    private final AtomicLong handedOut = new AtomicLong();

    /**
     * @param id of run and input
     * @param first number of the first record here
     * @param pauseBehind so many records, for ever: the job can be stopped there
     */
    Feed(String id, long first, List<KafkaRecord> records, long pauseBehind) {
        this.id = id;
        this.first = first;
        this.records = records;
        this.pauseBehind = pauseBehind;
        OPEN.put(id, this);
    }

    DataStream<KafkaRecord> in(StreamExecutionEnvironment environment, String name) {
        var type = TypeInformation.of(KafkaRecord.class);
        var of = id;
        RateLimiterStrategy<?> pauses = parallelism -> OPEN.get(of).limiter();
        var source =
                new DataGeneratorSource<>(number -> OPEN.get(of).record(number), first + records.size(), pauses, type);
        return environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), name)
                .uid(UID + name)
                .setParallelism(1);
    }

    static boolean isFeed(String uid) {
        return uid.startsWith(UID);
    }

    void awaitPause(Duration patience) throws InterruptedException, TimeoutException {
        if (!paused.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException(id + " handed out " + handedOut + " of " + pauseBehind);
        }
    }

    private KafkaRecord record(long number) {
        handedOut.incrementAndGet();
        return records.get((int) (number - first));
    }

    private <S extends SourceSplit> RateLimiter<S> limiter() {
        return new RateLimiter<>() {
            @Override
            public CompletionStage<Void> acquire(int events) {
                return handedOut.get() < pauseBehind
                        ? CompletableFuture.completedFuture(null)
                        : new CompletableFuture<>();
            }

            /** A checkpoint of the pause: all operators run, none is still being deployed. */
            @Override
            public void notifyCheckpointComplete(long checkpoint) {
                if (handedOut.get() == pauseBehind) {
                    paused.countDown();
                }
            }
        };
    }
}
