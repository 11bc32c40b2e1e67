package io.millrace.connectors.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.connectors.ChildProcess;
import io.millrace.connectors.kafka.TestBroker;
import io.millrace.connectors.ledger.TestLedgerDatabase.Database;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.portfolio.PositionSide;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String TAKEN = "SELECT coalesce(sum(records), 0) FROM ledger.progress";
    private static final List<String> TABLES = List.of(
            "SELECT * FROM ledger.orders ORDER BY order_id",
            "SELECT * FROM ledger.cancels ORDER BY intent_id, order_id",
            "SELECT * FROM ledger.replaces ORDER BY intent_id",
            "SELECT * FROM ledger.fills ORDER BY order_id, report_number",
            "SELECT * FROM ledger.decisions ORDER BY intent_id",
            "SELECT * FROM ledger.positions ORDER BY account_id, instrument, side",
            "SELECT * FROM ledger.accounts ORDER BY account_id",
            "SELECT * FROM ledger.balances ORDER BY account_id, currency",
            "SELECT * FROM ledger.progress ORDER BY topic, partition");

    @TempDir
    static Path directory;

    private static TestBroker broker;
    private static TestLedgerDatabase postgres;
    private static Producer<byte[], byte[]> producer;

    /** The tables of a ledger that runs all the time. */
    private static Database tables;

    private static Ledger running;

    private final List<Ledger> ledgers = new ArrayList<>();
    private final Story story = new Story(broker.registry());

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker(directory);
        postgres = new TestLedgerDatabase();
        producer = broker.clients().streamProducer();
        tables = postgres.create("tables");
        running = start(tables);
    }

    @AfterAll
    static void end() throws Exception {
        running.stop();
        producer.close();
        postgres.close();
        broker.close();
    }

    @AfterEach
    void stopLedgers() throws InterruptedException {
        for (var ledger : ledgers) {
            ledger.stop();
        }
    }

    @Test
    void keepsAnOrderWithItsFillsAndTheFirstFinalStatus() throws Exception {
        story.filled("ann", 1).send(producer);
        awaitTaken(tables);
        assertThat(tables.rows("SELECT order_id, side, order_type, time_in_force, quantity, limit_price, reduce_only,"
                        + " status, filled_quantity, last_report_number, reason FROM ledger.orders"
                        + " WHERE account_id = 'ann'"))
                .containsExactly("ann-1|BUY|LIMIT|GTC|0.50000000|810.50000000|f|FILLED|0.50000000|3|");
        assertThat(tables.rows("SELECT report_number, quantity, price, fee, market_sequence FROM ledger.fills"
                        + " WHERE account_id = 'ann' ORDER BY report_number"))
                .containsExactly("2|0.20000000|801.50000000|0.40100000|99", "3|0.30000000|801.50000000|0.40100000|99");
        assertThat(tables.rows("SELECT intent_id, order_id FROM ledger.cancels WHERE account_id = 'ann'"))
                .containsExactly("ann-1-cancel|ann-1");
        assertThat(tables.rows("SELECT quantity, cost, event_nanos FROM ledger.positions WHERE account_id = 'ann'"))
                .containsExactly("0.50000000|400.75000000|" + (Story.TIME + 1));
    }

    @Test
    void keepsADecisionWithAllItsChecks() throws Exception {
        story.rejected("bob", 1).send(producer);
        awaitTaken(tables);
        assertThat(tables.rows("SELECT approved, codes, checks->0->>'actual', checks->1->>'passed', order_id, mode,"
                        + " mark, reason FROM ledger.decisions WHERE account_id = 'bob'"))
                .containsExactly(
                        "f|{ORDER_NOTIONAL_TOO_LARGE}|10250|true|null|NORMAL|820.00000000|RSI 29.1 crossed above 30");
    }

    @Test
    void showsTheTermsInForceAndTheStatusThatRefusedChangesLeave() throws Exception {
        story.approved("rep", "rep-1", Action.SUBMIT)
                .report("rep", "rep-1", 1, ExecutionType.ACCEPTED, "0", "0", "")
                .approved("rep", "rep-1", Action.REPLACE)
                .replaced("rep", "rep-1", 2, "0.7", "799.5")
                .report("rep", "rep-1", 3, ExecutionType.CANCEL_REJECTED, "0", "0", "TOO_LATE")
                .send(producer);
        awaitTaken(tables);
        assertThat(tables.rows("SELECT status, limit_price, last_report_number, reason FROM ledger.orders"
                        + " WHERE account_id = 'rep'"))
                .containsExactly("ACCEPTED|799.50000000|3|TOO_LATE");
        assertThat(tables.rows("SELECT intent_id, order_id, quantity, limit_price, trigger_price FROM ledger.replaces"
                        + " WHERE account_id = 'rep'"))
                .containsExactly("rep-1-replace|rep-1|0.50000000|810.50000000|null");
    }

    @Test
    void keepsEveryOrderThatOneCommandCancels() throws Exception {
        story.canceled("all", "halt", "all-1").canceled("all", "halt", "all-2").send(producer);
        awaitTaken(tables);
        assertThat(tables.rows("SELECT intent_id, order_id FROM ledger.cancels WHERE account_id = 'all' ORDER BY 2"))
                .containsExactly("halt|all-1", "halt|all-2");
    }

    @Test
    void keepsPositionsPerSideWithTheirLotsAndCashPerCurrency() throws Exception {
        story.hedged("hed", PositionSide.LONG, "2")
                .hedged("hed", PositionSide.SHORT, "-1")
                .hedged("hed", PositionSide.SHORT, "-3")
                .worth("hed", "100")
                .worth("hed", "101")
                .send(producer);
        awaitTaken(tables);
        assertThat(tables.rows("SELECT side, quantity, currency, funding, lots->0->>'quantity' FROM ledger.positions"
                        + " WHERE account_id = 'hed' ORDER BY side"))
                .containsExactly("LONG|2.00000000|EUR|-0.10000000|2", "SHORT|-3.00000000|EUR|-0.10000000|-3");
        assertThat(tables.rows("SELECT currency, equity, free_balance, peak_equity FROM ledger.accounts"
                        + " WHERE account_id = 'hed'"))
                .containsExactly("USD|101.00000000|90.00000000|120.00000000");
        assertThat(tables.rows("SELECT currency, cash, value, rate FROM ledger.balances WHERE account_id = 'hed'"))
                .containsExactly("EUR|101.00000000|-3.00000000|1.10000000");
    }

    @Test
    void movesOnOverRecordsThatOnlyCarryClocks() throws Exception {
        story.clock(Topics.DECISIONS, "clocks")
                .clock(Topics.EXECUTION_REPORTS, "clocks")
                .send(producer);
        awaitTaken(tables);
        await().atMost(LONG).until(() -> tables.number("SELECT sum(next_offset) FROM ledger.progress") == endOffsets());
    }

    @Test
    void hasTheSameTablesWhereverItIsKilled() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            var account = "account-" + i % 7;
            var changed = account + "-changed-" + i;
            story.filled(account, i)
                    .rejected(account, 100_000 + i)
                    .approved(account, changed, Action.SUBMIT)
                    .approved(account, changed, Action.REPLACE)
                    .replaced(account, changed, 1, "0.7", "799.5")
                    .canceled(account, "halt-" + i, changed)
                    .hedged(account, i % 2 == 0 ? PositionSide.LONG : PositionSide.SHORT, Integer.toString(i))
                    .worth(account, Integer.toString(i));
        }
        story.send(producer);
        var killed = postgres.create("killed");
        for (int kill = 1; kill <= 3; kill++) {
            try (var process = startProcess(killed, kill)) {
                long before = killed.number(TAKEN);
                await().pollInterval(Duration.ofMillis(20)).atMost(LONG).until(() -> killed.number(TAKEN) > before);
                process.kill();
            }
        }
        try (var process = startProcess(killed, 4)) {
            awaitTaken(killed);
            assertThat(process.stop()).isIn(0, 143);
        }
        awaitTaken(tables);
        for (var table : TABLES) {
            assertThat(killed.rows(table)).as(table).isEqualTo(tables.rows(table));
        }
    }

    @Test
    void takesEveryRecordOnceThoughTwoLedgersRun() throws Exception {
        for (int i = 0; i < 300; i++) {
            story.filled("shared", i);
        }
        story.send(producer);
        var database = postgres.create("shared");
        run(database);
        run(database);
        awaitTaken(database);
        assertThat(database.number("SELECT count(*) FROM ledger.fills WHERE account_id = 'shared'"))
                .isEqualTo(600);
        assertThat(database.number(TAKEN)).isEqualTo(Story.sent());
    }

    @Test
    void goesOnAfterPostgresHasCutItOff() throws Exception {
        awaitTaken(tables);
        for (int i = 0; i < 5; i++) {
            story.filled("cut", i).send(producer);
            postgres.cutConnections();
        }
        awaitTaken(tables);
        assertThat(tables.number("SELECT count(*) FROM ledger.fills WHERE account_id = 'cut'"))
                .isEqualTo(10);
    }

    @Test
    void putsWhatItCannotReadIntoTheDeadLettersOnceHoweverOftenItIsRead() throws Exception {
        story.add(Topics.POSITIONS, "poison", "no position".getBytes(UTF_8))
                .position("poison", "1", 1)
                .send(producer);
        var database = postgres.create("poison");
        run(database);
        awaitTaken(database);
        stopLedgers();
        database.execute("UPDATE ledger.progress SET next_offset = 0, records = 0, refused = 0");
        run(database);
        awaitTaken(database);
        assertThat(broker.read(Topics.POSITIONS.deadLetters()))
                .filteredOn(letter -> "poison".equals(new String(letter.key(), UTF_8)))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.value()).isEqualTo("no position".getBytes(UTF_8));
                    assertThat(new String(
                                    letter.headers()
                                            .lastHeader(DeadLetters.CODE)
                                            .value(),
                                    UTF_8))
                            .isEqualTo("NOT_CONFLUENT_FRAMED");
                });
        assertThat(database.rows("SELECT quantity FROM ledger.positions WHERE account_id = 'poison'"))
                .containsExactly("1.00000000");
    }

    @Test
    void putsWhatPostgresDoesNotTakeIntoTheDeadLettersAndKeepsTheRest() throws Exception {
        story.report("nul", "nul-1", 1, ExecutionType.ACCEPTED, "0", "0", "")
                .report("nul", "nul-2", 1, ExecutionType.REJECTED, "0", "0", "a NUL \u0000 in a text")
                .report("nul", "nul-3", 1, ExecutionType.ACCEPTED, "0", "0", "")
                .send(producer);
        awaitTaken(tables);
        assertThat(tables.rows("SELECT order_id FROM ledger.orders WHERE account_id = 'nul' ORDER BY 1"))
                .containsExactly("nul-1", "nul-3");
        assertThat(broker.read(Topics.EXECUTION_REPORTS.deadLetters()))
                .filteredOn(letter -> "nul".equals(new String(letter.key(), UTF_8)))
                .singleElement()
                .satisfies(letter -> assertThat(new String(
                                letter.headers().lastHeader(DeadLetters.CODE).value(), UTF_8))
                        .isEqualTo("NOT_STORABLE"));
    }

    private void run(Database database) {
        ledgers.add(start(database));
    }

    private static Ledger start(Database database) {
        var ledger = new Ledger(database.settings(broker.bootstrap()), broker.registry(), new SimpleMeterRegistry());
        var thread = new Thread(ledger, "ledger");
        thread.setDaemon(true);
        thread.start();
        return ledger;
    }

    private static ChildProcess startProcess(Database database, int number) throws Exception {
        return new ChildProcess(
                LedgerProcess.class,
                Map.of(
                        "MILLRACE_KAFKA", broker.bootstrap(),
                        "MILLRACE_REGISTRY", "http://127.0.0.1:1",
                        "MILLRACE_POSTGRES", database.url(),
                        "MILLRACE_POSTGRES_USER", "postgres",
                        "MILLRACE_POSTGRES_PASSWORD", "postgres"),
                directory.resolve("ledger-" + number + ".log"));
    }

    private static void awaitTaken(Database database) {
        await().atMost(LONG).until(() -> database.number(TAKEN) == Story.sent());
    }

    private static long endOffsets() {
        return ledgerTopics().stream()
                .mapToLong(topic -> broker.read(topic).size())
                .sum();
    }

    private static List<String> ledgerTopics() {
        return List.of(
                Topics.DECISIONS.name(),
                Topics.APPROVED_ORDERS.name(),
                Topics.EXECUTION_REPORTS.name(),
                Topics.POSITIONS.name(),
                Topics.EQUITY.name());
    }
}
