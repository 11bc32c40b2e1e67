package io.millrace.core.risk;

import static io.millrace.core.risk.Orders.BTC;
import static io.millrace.core.risk.Orders.LTC;
import static io.millrace.core.risk.Orders.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.Clock;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.execution.OrderState;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.risk.Protection.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which locks protections set, for how long, and what they let go of. */
class ProtectionsTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final Duration HOUR = Duration.ofHours(1);

    private RiskAccount account = RiskAccount.of(AccountBook.empty("alpha").fund(account("10000"), 0));
    private final List<Protection> protections = new ArrayList<>();
    private long now;
    private int orders;

    @Test
    void aCooldownHaltsTheInstrumentAfterEveryExitAndLetsGo() {
        protections.add(Protection.cooldown(Scope.INSTRUMENT, TradingMode.HALTED, Duration.ofMinutes(5)));
        fill(BTC, Side.BUY, "2", "1000", "0");
        assertThat(account.track().locks()).isEmpty();
        fill(BTC, Side.SELL, "1", "1000", "0");
        assertThat(account.track().locks()).as("still open").isEmpty();
        fill(BTC, Side.SELL, "1", "1000", "0");
        assertThat(modeOf(BTC)).isEqualTo(TradingMode.HALTED);
        assertThat(modeOf(LTC)).isEqualTo(TradingMode.NORMAL);
        now += 5 * MINUTE - 1;
        assertThat(modeOf(BTC)).isEqualTo(TradingMode.HALTED);
        now += 1;
        assertThat(modeOf(BTC)).isEqualTo(TradingMode.NORMAL);
    }

    @Test
    void turningAPositionAroundIsAnExitToo() {
        protections.add(Protection.cooldown(Scope.ACCOUNT, TradingMode.REDUCING, HOUR));
        fill(BTC, Side.BUY, "1", "1000", "0");
        fill(BTC, Side.SELL, "3", "1010", "0");
        assertThat(account.track().exits()).containsExactly(new Exit(BTC, now, Money.of("10")));
        assertThat(modeOf(LTC)).isEqualTo(TradingMode.REDUCING);
    }

    @Test
    void anExitCountsEverythingItsPositionEarnedLessFees() {
        fill(BTC, Side.BUY, "2", "1000", "1");
        fill(BTC, Side.SELL, "1", "1005", "1");
        fill(BTC, Side.SELL, "1", "995", "1");
        assertThat(account.track().exits()).containsExactly(new Exit(BTC, now, Money.of("-3")));
    }

    @Test
    void aStopLossGuardCountsLosingExitsWithinItsLookback() {
        protections.add(Protection.stopLossGuard(Scope.ACCOUNT, TradingMode.REDUCING, HOUR, 2, Duration.ofMinutes(30)));
        roundTrip(BTC, "1000", "990");
        now += 30 * MINUTE;
        roundTrip(LTC, "1000", "990");
        assertThat(modeOf(BTC)).as("the first is too old").isEqualTo(TradingMode.NORMAL);
        roundTrip(LTC, "1000", "1010");
        assertThat(modeOf(BTC)).as("a gain is no loss").isEqualTo(TradingMode.NORMAL);
        now += 30 * MINUTE - 10;
        roundTrip(BTC, "1000", "999");
        assertThat(modeOf(BTC)).isEqualTo(TradingMode.REDUCING);
        now += 60 * MINUTE;
        assertThat(modeOf(BTC)).isEqualTo(TradingMode.NORMAL);
    }

    @Test
    void aStopLossGuardOfAnInstrumentCountsAndRestrictsItAlone() {
        protections.add(Protection.stopLossGuard(Scope.INSTRUMENT, TradingMode.HALTED, HOUR, 2, HOUR));
        roundTrip(BTC, "1000", "990");
        roundTrip(LTC, "1000", "990");
        assertThat(account.track().locks()).isEmpty();
        roundTrip(LTC, "1000", "990");
        assertThat(modeOf(LTC)).isEqualTo(TradingMode.HALTED);
        assertThat(modeOf(BTC)).isEqualTo(TradingMode.NORMAL);
    }

    @Test
    void anInstrumentThatEarnsTooLittleIsLeftAlone() {
        protections.add(Protection.lowProfit(Scope.INSTRUMENT, TradingMode.HALTED, HOUR, 2, HOUR, Money.of("5")));
        roundTrip(BTC, "1000", "1002");
        assertThat(account.track().locks()).as("too few exits").isEmpty();
        roundTrip(BTC, "1000", "1003");
        assertThat(account.track().locks()).as("5 is enough").isEmpty();
        now += 60 * MINUTE;
        roundTrip(BTC, "1000", "1001");
        roundTrip(BTC, "1000", "1003");
        assertThat(modeOf(BTC)).isEqualTo(TradingMode.HALTED);
    }

    @Test
    void aDrawdownGuardRestrictsTheAccountAndThenMeasuresAnew() {
        protections.add(Protection.maxDrawdown(TradingMode.HALTED, HOUR, 1_000));
        fill(BTC, Side.BUY, "10", "1000", "0");
        mark(BTC, "1100"); // 11,000 is the peak
        mark(BTC, "990");
        assertThat(modeOf(LTC)).as("1,100 of 11,000 are 10 %").isEqualTo(TradingMode.NORMAL);
        mark(BTC, "989.99");
        assertThat(modeOf(LTC)).isEqualTo(TradingMode.HALTED);
        now += 60 * MINUTE;
        mark(BTC, "980");
        assertThat(modeOf(LTC)).as("the peak is 9,800 now").isEqualTo(TradingMode.NORMAL);
        mark(BTC, "881.9");
        assertThat(modeOf(LTC)).isEqualTo(TradingMode.HALTED);
    }

    @Test
    void aLockNeverEndsEarlierThanItWasSetTo() {
        protections.add(Protection.cooldown(Scope.ACCOUNT, TradingMode.REDUCING, HOUR));
        roundTrip(BTC, "1000", "1001");
        long since = now;
        protections.set(0, Protection.cooldown(Scope.ACCOUNT, TradingMode.REDUCING, Duration.ofMinutes(1)));
        now += MINUTE;
        roundTrip(BTC, "1000", "1001");
        assertThat(account.track().locks())
                .containsExactly(new Lock("COOLDOWN", null, TradingMode.REDUCING, since, since + 60 * MINUTE));
    }

    @Test
    void aLockMayLastForever() {
        protections.add(Protection.cooldown(Scope.ACCOUNT, TradingMode.REDUCING, Duration.ofDays(1_000_000)));
        roundTrip(BTC, "1000", "1001");
        assertThat(account.track().locks()).extracting(Lock::untilNanos).containsExactly(Long.MAX_VALUE);
    }

    @Test
    void aWithdrawalIsNoLoss() {
        protections.add(Protection.maxDrawdown(TradingMode.HALTED, HOUR, 1_000));
        fill(BTC, Side.BUY, "1", "1000", "0");
        account = account.with(account.book().fund(account("5000"), ++now));
        mark(BTC, "1000");
        assertThat(account.track().locks()).isEmpty();
    }

    @Test
    void theDecisionNamesTheLock() {
        protections.add(Protection.cooldown(Scope.INSTRUMENT, TradingMode.HALTED, HOUR));
        roundTrip(BTC, "1000", "1001");
        var order = Orders.order();
        order.account = account.with(account.track()
                .with(List.of(new Lock("COOLDOWN", BTC, TradingMode.HALTED, Orders.NOW, Orders.NOW + 1)), null));
        assertThat(account.track().locks())
                .containsExactly(new Lock("COOLDOWN", BTC, TradingMode.HALTED, now, now + HOUR.toNanos()));
        assertThat(order.check(RiskCode.TRADING_HALTED).actual()).isEqualTo("HALTED by COOLDOWN BTC-USD.BITSTAMP");
    }

    @Test
    void locksThatEndedAreForgotten() {
        protections.add(Protection.cooldown(Scope.INSTRUMENT, TradingMode.HALTED, Duration.ofMinutes(5)));
        roundTrip(BTC, "1000", "1001");
        now += 5 * MINUTE;
        roundTrip(LTC, "1000", "1001");
        assertThat(account.track().locks()).extracting(Lock::instrument).containsExactly(LTC);
    }

    @Test
    void remembersWhatEachStrategyHolds() {
        fill(BTC, Side.BUY, "2", "1000", "0");
        fill(BTC, Side.SELL, "0.5", "1000", "0");
        assertThat(account.track().strategies()).containsExactly(new StrategyPosition("rsi", BTC, Quantity.of("1.5")));
        fill(BTC, Side.SELL, "1.5", "1000", "0");
        assertThat(account.track().strategies()).isEmpty();
    }

    private TradingMode modeOf(InstrumentId instrument) {
        var rules = new Rules(account("10000"), policy(), null, null, null, null, (id, nanos) -> null);
        return ModeInForce.of(rules, account, instrument, now).mode();
    }

    private void roundTrip(InstrumentId instrument, String bought, String sold) {
        fill(instrument, Side.BUY, "1", bought, "0");
        fill(instrument, Side.SELL, "1", sold, "0");
    }

    private void fill(InstrumentId instrument, Side side, String quantity, String price, String fee) {
        var id = "o" + ++orders;
        now++;
        var order = new OpenOrder(
                id,
                instrument,
                "rsi",
                OrderTerms.market(side, Quantity.of(quantity)),
                null,
                null,
                Quantity.ZERO,
                OrderState.ACCEPTED,
                1,
                now);
        var book = account.book();
        account = account.with(new AccountBook(book.portfolio(), List.of(order), book.last()));
        var report = new ExecutionReport(
                id,
                id,
                2,
                ExecutionType.FILLED,
                "alpha",
                "rsi",
                instrument,
                side,
                Quantity.of(quantity),
                Quantity.of(quantity),
                Price.of(price),
                Quantity.of(quantity),
                Money.of(fee),
                1,
                now,
                "");
        var taken = (AccountBook.Taken) account.book().apply(report);
        account = Protections.after(account, account.filled(report, taken.book()), policy(), now);
    }

    private void mark(InstrumentId instrument, String price) {
        now++;
        var marked = account.with(account.book().mark(new Clock(instrument, 0, now, Price.of(price), now)));
        account = Protections.after(account, marked, policy(), now);
    }

    private Policy policy() {
        return new Policy("house", 1, TradingMode.NORMAL, WIDE, WIDE, WIDE, 0, protections);
    }

    private static Account account(String deposit) {
        return new Account("alpha", 1, "USD", Money.of(deposit), "house", 0);
    }
}
