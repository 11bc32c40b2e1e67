package io.millrace.schemas.bench;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.schemas.GeneratedClasses;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Trades of 500 instruments to bytes and back: by the topic's serde between the domain and framed records; by Avro
 * between its generated class and unframed bytes, with reader, writer, record and buffers reused; and only the making of
 * what a codec must return.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class CodecBenchmark {
    static final int TRADES = 5_000;
    private static final int INSTRUMENTS = 500;
    private static final int FRAME_BYTES = 5;
    private static final List<AggressorSide> SIDES = List.of(AggressorSide.values());

    private final Trade[] trades = new Trade[TRADES];
    private final byte[][] records = new byte[TRADES][];
    private final io.millrace.avro.Trade[] generated = new io.millrace.avro.Trade[TRADES];

    private TopicSerde<Trade> serde;
    private SpecificDatumReader<io.millrace.avro.Trade> reader;
    private SpecificDatumWriter<io.millrace.avro.Trade> writer;
    private final io.millrace.avro.Trade reused = new io.millrace.avro.Trade();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    private BinaryDecoder decoder;

    /** Makes the trades. */
    @Setup
    public void make() {
        var registry = new InMemoryRegistry();
        var codec = Topics.TRADES.codec();
        registry.register(Topics.TRADES.subject(), codec.schema());
        serde = new TopicSerde<>(Topics.TRADES, registry);
        reader = new SpecificDatumReader<>(codec.schema(), codec.schema(), GeneratedClasses.model());
        writer = new SpecificDatumWriter<>(codec.schema(), GeneratedClasses.model());
        var random = new Random(1);
        for (int i = 0; i < TRADES; i++) {
            trades[i] = new Trade(
                    new InstrumentId("I%05d-USD".formatted(random.nextInt(INSTRUMENTS)), "BENCH"),
                    1_700_000_000_000_000_000L + i * 1_000_000L,
                    i,
                    new Price(1 + random.nextLong(1_000_000_000_000L)),
                    new Quantity(random.nextLong(100_000_000_000L)),
                    SIDES.get(random.nextInt(SIDES.size())));
            records[i] = serde.encode(trades[i]);
            generated[i] = (io.millrace.avro.Trade) codec.toAvro(trades[i]);
        }
    }

    @Benchmark
    @OperationsPerInvocation(TRADES)
    public void encode(Blackhole sink) {
        for (var trade : trades) {
            sink.consume(serde.encode(trade));
        }
    }

    @Benchmark
    @OperationsPerInvocation(TRADES)
    public void decode(Blackhole sink) {
        for (byte[] record : records) {
            sink.consume(serde.decode(record));
        }
    }

    @Benchmark
    @OperationsPerInvocation(TRADES)
    public void encodeOfAvro(Blackhole sink) throws IOException {
        for (var trade : generated) {
            bytes.reset();
            writer.write(trade, encoder);
            encoder.flush();
            sink.consume(bytes.toByteArray());
        }
    }

    @Benchmark
    @OperationsPerInvocation(TRADES)
    public void decodeOfAvro(Blackhole sink) throws IOException {
        for (byte[] record : records) {
            decoder = DecoderFactory.get().binaryDecoder(record, FRAME_BYTES, record.length - FRAME_BYTES, decoder);
            sink.consume(reader.read(reused, decoder));
        }
    }

    /** What {@link #encode} cannot do without. */
    @Benchmark
    @OperationsPerInvocation(TRADES)
    public void encodeNothing(Blackhole sink) {
        for (byte[] record : records) {
            sink.consume(record.clone());
        }
    }

    /** What {@link #decode} cannot do without. */
    @Benchmark
    @OperationsPerInvocation(TRADES)
    public void decodeNothing(Blackhole sink) {
        for (var trade : trades) {
            sink.consume(new Trade(
                    trade.instrument(),
                    trade.eventTimeNanos(),
                    trade.sequence(),
                    new Price(trade.price().units()),
                    new Quantity(trade.quantity().units()),
                    trade.aggressor()));
        }
    }
}
