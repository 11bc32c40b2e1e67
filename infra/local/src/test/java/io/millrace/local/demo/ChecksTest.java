package io.millrace.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.portfolio.EquityPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private final Replay replay = Replay.whole();

    @Test
    void allHoldWhenEverythingIsRight() {
        assertThat(objections(replay.ledger())).isEmpty();
    }

    @Test
    void missATradeThatTheTopicDoesNotHave() {
        var checks = new Checks(replay.harvest(), new Replayed(4, 4, 4, 0, 0, 0, 1), replay.ledger());

        assertThat(checks.run().get("everyTradeAccountedFor"))
                .contains("4 trades accepted, 3 in the topic, 3 different");
    }

    @Test
    void missALineThatWasNeitherSentNorRefused() {
        var checks = new Checks(replay.harvest(), new Replayed(5, 3, 3, 1, 0, 0, 1), replay.ledger());

        assertThat(checks.run().get("everyTradeAccountedFor")).contains("5 lines read, 4 accounted for");
    }

    @Test
    void seeATradeSentTwice() {
        replay.harvest().market().trade(Replay.trade(3, "2"), 1_030);

        assertThat(objections(replay.ledger())).containsExactly("everyTradeAccountedFor");
    }

    @Test
    void seeAnIntentThatWasNeverDecided() {
        replay.decide("late", false);
        replay.trading().decisions().remove(2);

        assertThat(objection("everyIntentDecidedOnce")).contains("late is decided 0 times");
    }

    @Test
    void seeAnIntentDecidedTwice() {
        replay.decide("refused", false);

        assertThat(objection("everyIntentDecidedOnce")).contains("refused is decided 2 times");
    }

    @Test
    void takeAnIntentSentAgainForTheSame() {
        replay.trading().intent(replay.trading().intents().get("bought"));

        assertThat(objections(replay.ledger())).isEmpty();
    }

    @Test
    void seeAnOrderRoutedTwice() {
        replay.command("bought");

        assertThat(objection("everyApprovedOrderRoutedOnce")).contains("bought is routed 2 times");
    }

    @Test
    void seeAnOrderRoutedThatNobodyApproved() {
        replay.command("refused");

        assertThat(objection("everyApprovedOrderRoutedOnce")).contains("refused is routed but unknown");
    }

    @Test
    void seeMoreFilledThanOrdered() {
        replay.report(Replay.fill("bought", "0.00000001"));

        assertThat(objections(replay.ledger())).contains("filledNotAboveOrdered");
    }

    @Test
    void seeALedgerThatLacksAFill() {
        var rows = new ArrayList<>(replay.ledger().lines());
        rows.removeIf(row -> row.startsWith("fill"));

        assertThat(objections(new LedgerRows(rows))).containsExactly("ledgerEqualsTopics");
    }

    @Test
    void seeALedgerThatIsOffByTheLastDigit() {
        var rows = replay.ledger().lines().stream()
                .map(row -> row.replace("10000000000", "10000000001"))
                .toList();

        assertThat(objections(new LedgerRows(rows))).containsExactly("ledgerEqualsTopics");
    }

    @Test
    void seeAFillThatThePortfolioDoesNotHave() {
        replay.trading().report(Replay.fill("bought", "0.5"));

        assertThat(objections(replay.ledger())).contains("portfolioEqualsFills", "moneyConserved");
    }

    @Test
    void seeMoneyThatCameFromNowhere() {
        var zero = Money.ZERO;
        var off = new EquityPoint(
                "demo", 0, Money.of("1000"), Money.of("1000"), zero, zero, zero, Money.of("1000.00000001"));
        replay.trading().equity().add(0, off);

        assertThat(objections(replay.ledger())).containsExactly("moneyConserved");
    }

    @Test
    void seeADeadLetter() {
        var headers = new RecordHeaders().add("dlq.code", "MALFORMED_LINE".getBytes(UTF_8));
        replay.harvest().deadLetters().add("market.trades.v1.dlq", headers);

        assertThat(objection("noDeadLetters")).contains("dead letters {market.trades.v1.dlq MALFORMED_LINE=1}");
    }

    private Optional<String> objection(String check) {
        return new Checks(replay.harvest(), replay.replayed(), replay.ledger())
                .run()
                .get(check);
    }

    /** The checks that do not hold. */
    private List<String> objections(LedgerRows ledger) {
        return new Checks(replay.harvest(), replay.replayed(), ledger)
                .run().entrySet().stream()
                        .filter(entry -> entry.getValue().isPresent())
                        .map(entry -> entry.getKey())
                        .toList();
    }
}
