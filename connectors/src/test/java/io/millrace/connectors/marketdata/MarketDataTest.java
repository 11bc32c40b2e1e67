package io.millrace.connectors.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.connectors.ChildProcess;
import io.millrace.connectors.kafka.TestBroker;
import io.millrace.core.market.Trade;
import io.millrace.schemas.ClockRecords;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import io.millrace.schemas.process.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketDataTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final long FIRST_SECOND = 1_385_337_600L;
    private static final long NANOS = 1_000_000_000L;

    @TempDir
    static Path directory;

    private static TestBroker broker;
    private static int processes;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker(directory);
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void publishesEveryTradeOnceInOrderThoughItIsKilledInTheMiddle() throws Exception {
        var file = file("killed.csv", 200_000);
        for (int kill = 1; kill <= 2; kill++) {
            try (var process = process("--instrument", "A.KILLED", "--speed", "20000", file)) {
                long before = count("A.KILLED");
                await().atMost(LONG).until(() -> count("A.KILLED") > before + 5_000);
                process.kill();
            }
        }
        var summary = run("--instrument", "A.KILLED", file);
        assertThat(summary.get("alreadyPublished").asLong()).isBetween(10_000L, 199_999L);
        assertThat(summary.get("accepted").asLong()).isEqualTo(200_000);
        assertThat(trades("A.KILLED").stream().map(Trade::sequence).toList())
                .isEqualTo(LongStream.rangeClosed(1, 200_000).boxed().toList());
    }

    @Test
    void losesNothingWhenTheBrokerIsAwayForAWhile() throws Exception {
        var file = file("away.csv", 100_000);
        try (var process = process("--instrument", "A.AWAY", "--speed", "20000", file)) {
            await().atMost(LONG).until(() -> count("A.AWAY") > 5_000);
            broker.restart();
            assertThat(process.exitCode()).as(process.log()).isZero();
        }
        assertThat(trades("A.AWAY").stream().map(Trade::sequence).toList())
                .isEqualTo(LongStream.rangeClosed(1, 100_000).boxed().toList());
    }

    @Test
    void sendsNothingTwiceButTheClockAtTheEnd() throws Exception {
        var file = gzip(file("twice.csv", 1_000));
        var first = run("--instrument", "A.TWICE", "--end-clock", "90s", file);
        var second = run("--instrument", "A.TWICE", "--end-clock", "90s", file);
        assertThat(first.get("published").asLong()).isEqualTo(1_000);
        assertThat(second.get("published").asLong()).isZero();
        assertThat(second.get("alreadyPublished").asLong()).isEqualTo(1_000);
        assertThat(trades("A.TWICE")).hasSize(1_000);
        long end = (FIRST_SECOND + 999 + 90) * NANOS;
        assertThat(second.get("endClockNanos").asLong()).isEqualTo(end);
        var clocks = records("A.TWICE").stream().filter(r -> r.value() == null).toList();
        assertThat(clocks).hasSize(2).allSatisfy(record -> {
            var clock = ClockRecords.read(record.headers()).orElseThrow();
            assertThat(clock.timeNanos()).isEqualTo(end);
            assertThat(clock.instrument()).hasToString("A.TWICE");
        });
    }

    @Test
    void goesOnBehindTheLastTradeThoughSomethingUnreadableWasPutAfterIt() throws Exception {
        run("--instrument", "A.POISONED", "--no-end-clock", file("poisoned.csv", 10));
        try (var producer = broker.clients().streamProducer()) {
            producer.send(new ProducerRecord<>(
                            Topics.TRADES.name(), "A.POISONED".getBytes(UTF_8), "poison".getBytes(UTF_8)))
                    .get();
        }

        var again = run("--instrument", "A.POISONED", "--no-end-clock", file("poisoned.csv", 10));

        assertThat(again.get("alreadyPublished").asLong()).isEqualTo(10);
        assertThat(again.get("published").asLong()).isZero();
    }

    @Test
    void putsARefusedLineIntoTheDeadLettersOnceHoweverOftenTheFileIsRead() throws Exception {
        var path = directory.resolve("refused.csv");
        Files.writeString(
                path, "timestamp,price,amount\r\n1385337600,800,1\r\n1385337601,-800,1\r\nrubbish\r\n1385337602,801,1");
        var first = run("--instrument", "A.REFUSED", path.toString());
        var second = run("--instrument", "A.REFUSED", path.toString());
        assertThat(first.get("refused")).isEqualTo(second.get("refused"));
        assertThat(first.get("refused").toString()).isEqualTo("{\"COLUMN_COUNT_WRONG\":1,\"PRICE_NOT_POSITIVE\":1}");
        assertThat(first.get("linesRead").asLong()).isEqualTo(4);
        assertThat(trades("A.REFUSED").stream().map(Trade::sequence)).containsExactly(1L, 2L);
        assertThat(broker.read(Topics.TRADES.deadLetters()))
                .filteredOn(letter -> path.toString().equals(new String(letter.key(), UTF_8)))
                .satisfiesExactly(
                        letter -> {
                            assertThat(letter.value()).isEqualTo("1385337601,-800,1".getBytes(UTF_8));
                            assertThat(header(letter, DeadLetters.CODE)).isEqualTo("PRICE_NOT_POSITIVE");
                            assertThat(header(letter, DeadLetters.MESSAGE))
                                    .isEqualTo(path + ":3: PRICE_NOT_POSITIVE actual=-800 limit=> 0");
                        },
                        letter -> assertThat(letter.value()).isEqualTo("rubbish".getBytes(UTF_8)));
    }

    @Test
    void refusesAnotherFileThanTheOneThatWasPublished() throws Exception {
        run("--instrument", "A.OTHER", file("one.csv", 10));
        var other = directory.resolve("other.csv");
        Files.writeString(other, Files.readString(Path.of(file("one.csv", 10))).replace("800.09", "700.09"));
        assertThat(fail("--instrument", "A.OTHER", other.toString())).contains("OTHER_SOURCE", "--first-sequence 11");
        assertThat(fail("--instrument", "A.OTHER", file("short.csv", 5))).contains("OTHER_SOURCE");
        assertThat(trades("A.OTHER")).hasSize(10);
    }

    @Test
    void appendsAFileUnderTheSequencesThatFollow() throws Exception {
        run("--instrument", "A.APPENDED", "--no-end-clock", file("day1.csv", 10));
        assertThat(fail("--instrument", "A.APPENDED", "--first-sequence", "12", file("day2.csv", 20)))
                .contains("SEQUENCE_GAP");
        run("--instrument", "A.APPENDED", "--first-sequence", "11", file("day2.csv", 20));
        var again = run("--instrument", "A.APPENDED", "--first-sequence", "11", file("day2.csv", 20));
        assertThat(again.get("published").asLong()).isZero();
        assertThat(trades("A.APPENDED").stream().map(Trade::sequence).toList())
                .isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void publishesSeveralInstrumentsOfOneFile() throws Exception {
        var path = directory.resolve("several.csv");
        Files.writeString(
                path,
                """
                ts_ns,symbol,price,size,side
                1385337600000000001,AAA,1.5,10,B
                1385337600000000002,BBB,2.5,20,S
                1385337600000000003,CCC,3.5,30,
                1385337600000000004,AAA,1.6,40,
                """);
        var summary = run("--instrument", "AAA.SEVERAL", "--instrument", "BBB=B-USD.SEVERAL", path.toString());
        assertThat(summary.get("otherInstruments").asLong()).isEqualTo(1);
        assertThat(trades("AAA.SEVERAL").stream().map(Trade::sequence)).containsExactly(1L, 2L);
        assertThat(trades("B-USD.SEVERAL").stream().map(Trade::sequence)).containsExactly(1L);
    }

    @Test
    void saysInOneLineWhatIsWrongWithAFile() throws Exception {
        assertThat(fail("--instrument", "A.WRONG", "/nowhere/trades.csv"))
                .contains("/nowhere/trades.csv: no such file");
        var path = directory.resolve("wrong.csv");
        Files.writeString(path, "a,b,c\n1,2,3\n");
        assertThat(fail("--instrument", "A.WRONG", path.toString()))
                .contains(path + ":1: UNKNOWN_FORMAT actual=a,b,c limit=timestamp,price,amount |");
        var whole = Files.readAllBytes(Path.of(gzip(file("cut.csv", 5_000))));
        Files.write(path, Arrays.copyOf(whole, whole.length / 2));
        assertThat(fail("--instrument", "A.CUT", path.toString())).contains("cut off or damaged after this line");
        assertThat(records("A.CUT")).as("no clock ends what was cut off").allMatch(r -> r.value() != null);
    }

    @Test
    void saysInOneLineWhatIsWrongWithAnArgument() {
        assertThat(fail("trades.csv")).contains("--instrument");
        assertThat(fail("--instrument", "BITCOIN", "trades.csv")).contains("SYMBOL.VENUE, was 'BITCOIN'");
        assertThat(fail("--instrument", "A.B", "--speed", "-1", "trades.csv")).contains("above 0, was '-1'");
        assertThat(fail("--instrument", "A.B", "--end-clock", "soon", "trades.csv"))
                .contains("was 'soon'");
    }

    @Test
    void endsCleanlyOnASignal() throws Exception {
        try (var process = process("--instrument", "A.SIGNAL", "--speed", "1", file("signal.csv", 1_000))) {
            await().atMost(LONG).until(() -> count("A.SIGNAL") > 0);
            assertThat(process.stop()).isEqualTo(143);
            assertThat(process.log()).contains("the next run takes up from here");
        }
    }

    private static String file(String name, int trades) throws IOException {
        var text = new StringBuilder("timestamp,price,amount\r\n");
        for (int i = 0; i < trades; i++) {
            text.append(FIRST_SECOND + i).append(",800.0").append(i % 10).append("0000,0.5\r\n");
        }
        var path = directory.resolve(name);
        Files.writeString(path, text);
        return path.toString();
    }

    private static String gzip(String file) throws IOException {
        var path = Path.of(file + ".gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
            Files.copy(Path.of(file), out);
        }
        return path.toString();
    }

    private static Map<String, String> environment() {
        return Map.of("MILLRACE_KAFKA", broker.bootstrap(), "MILLRACE_REGISTRY", "http://127.0.0.1:1");
    }

    private static ChildProcess process(String... arguments) throws IOException {
        return new ChildProcess(
                MarketDataProcess.class,
                environment(),
                directory.resolve("marketdata-" + ++processes + ".log"),
                arguments);
    }

    /** The summary of a run that succeeds. */
    private static JsonNode run(String... arguments) throws IOException {
        var out = new StringWriter();
        var err = new StringWriter();
        assertThat(execute(out, err, arguments)).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    /** The words of a run that fails. */
    private static String fail(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        assertThat(execute(out, err, arguments)).isPositive();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).hasLineCount(1);
        return err.toString();
    }

    private static int execute(StringWriter out, StringWriter err, String... arguments) {
        return MarketDataMain.commandLine(Settings.of(environment()), url -> broker.registry())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String instrument) {
        return broker.read(Topics.TRADES.name()).stream()
                .filter(record -> instrument.equals(new String(record.key(), UTF_8)))
                .toList();
    }

    private static long count(String instrument) {
        return records(instrument).size();
    }

    private static List<Trade> trades(String instrument) {
        var serde = new TopicSerde<>(Topics.TRADES, broker.registry());
        var trades = new ArrayList<Trade>();
        records(instrument).stream()
                .filter(record -> record.value() != null)
                .forEach(record -> trades.add(serde.decode(record.value())));
        return trades;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
