package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.MINUTE;
import static io.millrace.streams.Samples.SECOND;
import static io.millrace.streams.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.core.clock.Clock;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.TradingMode;
import io.millrace.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTopologyTest {
    private static final long DECIDED = START + MINUTE;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir(factory = QuickDirectory.class)
    private Path directory;

    private StageDriver portfolio;

    @BeforeEach
    void start() {
        portfolio = new StageDriver(
                new Wire(Wire.registry()),
                directory,
                () -> StageTopologies.portfolio(Wire.registry(), meters, TestLoops.UNWATCHED));
        portfolio.control(Topics.ACCOUNTS, Samples.account("A"));
        portfolio.control(Topics.STRATEGIES, Samples.strategy("s1", "A", BTC));
    }

    @AfterEach
    void stop() {
        portfolio.close();
    }

    @Test
    void booksAFillAndValuesItAtEveryMarkThatFollows() {
        fill();
        portfolio.clock(Topics.DECISIONS, "", risk(DECIDED + MINUTE, "810"));

        assertThat(portfolio.values(Topics.POSITIONS)).singleElement().satisfies(held -> {
            assertThat(held.position().quantity()).isEqualTo(Quantity.of("1"));
            assertThat(held.position().cost()).isEqualTo(Money.of("800"));
        });
        assertThat(portfolio.values(Topics.EQUITY))
                .extracting(EquityPoint::equity)
                .containsExactly(Money.of("999998"), Money.of("999998"), Money.of("1000008"));
        assertThat(meters.counter("portfolio.fills").count()).isEqualTo(1);
    }

    @Test
    void passesClocksOnOnceEverythingUpToThemIsOut() {
        portfolio.value(Topics.DECISIONS, approved(RiskTopologyTest.intent(1, DECIDED)));
        portfolio.clock(Topics.DECISIONS, "", risk(DECIDED, "800"));
        portfolio.clock(Topics.DECISIONS, "", risk(DECIDED + MINUTE, "810"));
        assertThat(portfolio.clocks(Topics.EQUITY))
                .extracting(Clock::timeNanos)
                .containsExactly(DECIDED, DECIDED + MINUTE - 1);

        portfolio.clock(Topics.EXECUTION_REPORTS, "A", Clock.of(BTC, DECIDED + MINUTE));

        assertThat(portfolio.clocks(Topics.EQUITY)).extracting(Clock::timeNanos).containsExactly(DECIDED + MINUTE);
    }

    @Test
    void keepsItsBooksOverARestart() {
        fill();
        portfolio.read(Topics.EQUITY.name());
        portfolio.restart();
        portfolio.clock(Topics.DECISIONS, "", risk(DECIDED + MINUTE, "790"));

        assertThat(portfolio.values(Topics.EQUITY))
                .extracting(EquityPoint::unrealisedProfit)
                .containsExactly(Money.of("-10"));
    }

    @Test
    void countsAReportOnceThatComesTwice() {
        fill();
        portfolio.value(
                Topics.EXECUTION_REPORTS,
                RiskTopologyTest.filled(RiskTopologyTest.intent(1, DECIDED), DECIDED + SECOND));
        portfolio.clock(Topics.DECISIONS, "", risk(DECIDED + MINUTE, "800"));

        assertThat(portfolio.values(Topics.POSITIONS)).hasSize(1);
        assertThat(meters.counter("portfolio.reports.refused").count()).isEqualTo(1);
    }

    @Test
    void sendsWhatItCannotDecodeToTheDeadLettersAndGoesOn() {
        byte[] garbage = {1};
        portfolio.pipe(Topics.DECISIONS, new TestRecord<>(Wire.bytes("A"), garbage));
        portfolio.pipe(Topics.EXECUTION_REPORTS, new TestRecord<>(Wire.bytes("A"), garbage));
        fill();

        assertThat(portfolio.read(Topics.DECISIONS.deadLetters())).hasSize(1);
        assertThat(portfolio.read(Topics.EXECUTION_REPORTS.deadLetters())).hasSize(1);
        assertThat(portfolio.values(Topics.POSITIONS)).hasSize(1);
    }

    @Test
    void refusesAFillBeyondWhatCanBeCountedAndGoesOn() {
        var intent =
                Samples.intent("s1", "A", BTC, 1, DECIDED, OrderTerms.market(Side.BUY, new Quantity(Long.MAX_VALUE)));
        portfolio.value(Topics.DECISIONS, approved(intent));
        portfolio.clock(Topics.DECISIONS, "", risk(DECIDED + 2 * SECOND, "800"));
        portfolio.clock(Topics.EXECUTION_REPORTS, "A", Clock.of(BTC, DECIDED + 2 * SECOND));
        portfolio.value(Topics.EXECUTION_REPORTS, RiskTopologyTest.filled(intent, DECIDED + SECOND));

        portfolio.clock(Topics.EXECUTION_REPORTS, "A", Clock.of(BTC, DECIDED + 3 * SECOND));
        portfolio.clock(Topics.DECISIONS, "", risk(DECIDED + MINUTE, "810"));

        assertThat(meters.counter("portfolio.reports.refused").count()).isEqualTo(1);
        assertThat(portfolio.values(Topics.POSITIONS)).isEmpty();
        assertThat(portfolio.driver().producedTopicNames())
                .doesNotContain(Topics.DECISIONS.deadLetters(), Topics.EXECUTION_REPORTS.deadLetters());
    }

    private void fill() {
        portfolio.value(Topics.DECISIONS, approved(RiskTopologyTest.intent(1, DECIDED)));
        portfolio.clock(Topics.DECISIONS, "", risk(DECIDED + 2 * SECOND, "800"));
        portfolio.value(
                Topics.EXECUTION_REPORTS,
                RiskTopologyTest.filled(RiskTopologyTest.intent(1, DECIDED), DECIDED + SECOND));
        portfolio.clock(Topics.EXECUTION_REPORTS, "A", Clock.of(BTC, DECIDED + 2 * SECOND));
    }

    private static RiskDecision approved(OrderIntent intent) {
        return new RiskDecision(
                intent,
                true,
                intent.intentId(),
                List.of(),
                "standard",
                1,
                TradingMode.NORMAL,
                Price.of("800"),
                DECIDED,
                DECIDED,
                false);
    }

    private static Clock risk(long nanos, String mark) {
        return new Clock(BTC, 0, nanos, Price.of(mark), nanos);
    }
}
