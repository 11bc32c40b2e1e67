package io.millrace.core.portfolio;

import static io.millrace.core.portfolio.Fills.BTC;
import static io.millrace.core.portfolio.PortfolioHistory.DAX;
import static io.millrace.core.portfolio.PortfolioHistory.EUR_USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.InMemoryMarkLog;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.clock.Moment;
import io.millrace.core.market.Funding;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.Side;
import io.millrace.core.risk.ControlBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What time and people do to an account: funding, margins, conversions, deposits. */
class AccountOverTimeTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;

    private final ControlBook control = new ControlBook();
    private final MarkLog marks = new InMemoryMarkLog();

    @Test
    void longPositionsPayFundingAtItsTimes() {
        control.put(instrument(BTC, "USD", 1, new Funding(10_000, 8 * HOUR), 0));
        var held = book(Portfolio.empty("alpha").apply(Fills.buy("2", "1000", "0")), 7 * HOUR);
        var paid = held.until(17 * HOUR, control, marks, AccountBook.Payments.UNHEARD);
        assertThat(paid.portfolio().funding()).isEqualTo(Money.of("-0.4"));
        assertThat(paid.portfolio().position(BTC).funding()).isEqualTo(Money.of("-0.4"));
        assertThat(paid.portfolio().equity()).isEqualTo(Money.of("-0.4"));
    }

    @Test
    void shortPositionsReceiveIt() {
        control.put(instrument(BTC, "USD", 1, new Funding(10_000, 8 * HOUR), 0));
        var held = book(Portfolio.empty("alpha").apply(Fills.sell("2", "1000", "0")), 7 * HOUR);
        assertThat(held.until(9 * HOUR, control, marks, AccountBook.Payments.UNHEARD)
                        .portfolio()
                        .funding())
                .isEqualTo(Money.of("0.2"));
    }

    /** However the way to a time is cut into moments, every payment is made once: after all that happened at its time. */
    @Test
    void paysEachTimeOnceHoweverItIsReached() {
        control.put(instrument(BTC, "USD", 1, new Funding(10_000, HOUR), 0));
        control.put(instrument(BTC, "USD", 2, new Funding(20_000, 30 * MINUTE), 3 * HOUR + MINUTE));
        var start = book(Portfolio.empty("alpha").apply(Fills.buy("1", "1000", "0")), 0);
        var times = new ArrayList<Long>();
        var atOnce = start.until(5 * HOUR + 1, control, marks, (before, after, nanos) -> times.add(nanos / MINUTE));
        var inSteps = start;
        for (long time = 0; time <= 5 * HOUR; time += 10 * MINUTE) {
            inSteps = at(inSteps.until(time, control, marks, AccountBook.Payments.UNHEARD), time);
        }
        inSteps = inSteps.until(5 * HOUR + 1, control, marks, AccountBook.Payments.UNHEARD);
        assertThat(times).containsExactly(0L, 60L, 120L, 180L, 210L, 240L, 270L, 300L);
        assertThat(inSteps.portfolio()).isEqualTo(atOnce.portfolio());
        assertThat(atOnce.portfolio().funding()).isEqualTo(Money.of("-1.2"));
    }

    @Test
    void bindsMarginByTheInstrument() {
        control.put(instrument(BTC, "USD", 1, null, 0));
        var portfolio = Portfolio.empty("alpha")
                .deposit(Money.of("1000"), 1)
                .apply(Fills.buy("2", "100", "0"))
                .mark(BTC, Price.of("120"), 2);
        var margin = portfolio.margin(id -> control.instrument(id, 2));
        assertThat(margin).isEqualTo(new Margin(Money.of("24"), Money.of("12")));
        assertThat(portfolio.freeBalance(margin)).isEqualTo(Money.of("1016"));
    }

    @Test
    void leavesACashAccountItsCash() {
        var account = account(1, Account.Type.CASH, Map.of(), "1000", Map.of());
        var portfolio = Portfolio.empty("alpha")
                .under(account)
                .deposit(Money.of("1000"), 1)
                .apply(Fills.buy("2", "100", "0"))
                .mark(BTC, Price.of("120"), 2);
        assertThat(portfolio.freeBalance(Margin.NONE)).isEqualTo(Money.of("800"));
    }

    @Test
    void convertsMarginOfOtherCurrencies() {
        control.put(instrument(DAX, "EUR", 1, null, 0));
        var portfolio = PortfolioHistory.start(Account.Positions.HEDGING, Account.Costs.AVERAGE)
                .mark(EUR_USD, Price.of("1.5"), 1)
                .apply(Fills.in("EUR", fill(DAX)))
                .apply(Fills.in("EUR", fill(DAX)));
        assertThat(portfolio.margin(id -> control.instrument(id, 2)).initial()).isEqualTo(Money.of("30"));
    }

    @Test
    void followsTheConversionsOfTheAccount() {
        control.put(account(1, Account.Type.MARGIN, Map.of("EUR", EUR_USD), "10", Map.of("EUR", Money.of("4"))));
        marks.put(new Clock(EUR_USD, 0, 5, Price.of("1.25"), 5));
        var book = AccountBook.empty("alpha").under(7, control, marks);
        assertThat(book.followed()).containsExactly(EUR_USD);
        assertThat(book.portfolio().equity()).isEqualTo(Money.of("15"));
        var marked = book.mark(new Clock(EUR_USD, 0, 8, Price.of("1.5"), 8));
        assertThat(marked.portfolio().equity()).isEqualTo(Money.of("16"));
    }

    @Test
    void dividesByAConversionThatIsQuotedInTheOtherCurrency() {
        var usdEur = InstrumentId.of("USD-EUR.FX");
        control.put(instrument(usdEur, "EUR", 1, null, 0));
        control.put(account(1, Account.Type.MARGIN, Map.of("EUR", usdEur), "10", Map.of("EUR", Money.of("4"))));
        marks.put(new Clock(usdEur, 0, 5, Price.of("0.8"), 5));
        assertThat(AccountBook.empty("alpha")
                        .under(7, control, marks)
                        .portfolio()
                        .equity())
                .isEqualTo(Money.of("15"));
    }

    @Test
    void depositsAndWithdrawsInEveryCurrencyWhatTheAccountSays() {
        control.put(account(1, Account.Type.MARGIN, Map.of(), "10", Map.of("EUR", Money.of("4"))));
        control.put(account(2, Account.Type.MARGIN, Map.of(), "7", Map.of("EUR", Money.of("5"))));
        var book = AccountBook.empty("alpha").under(7, control, marks).under(8, control, marks);
        assertThat(book.portfolio().own().cash()).isEqualTo(Money.of("7"));
        assertThat(book.portfolio().balance("EUR").cash()).isEqualTo(Money.of("5"));
    }

    private static AccountBook book(Portfolio portfolio, long nanos) {
        return at(new AccountBook(portfolio, List.of(), null), nanos);
    }

    private static AccountBook at(AccountBook book, long nanos) {
        return book.reached(Moment.ofMark(Clock.of(BTC, nanos)));
    }

    private static ExecutionReport fill(InstrumentId instrument) {
        return Fills.fill(instrument, Side.BUY, Quantity.of("1"), Price.of("100"), Money.ZERO, 2);
    }

    private static Account account(
            long version,
            Account.Type type,
            Map<String, InstrumentId> conversions,
            String deposit,
            Map<String, Money> others) {
        return new Account(
                "alpha",
                version,
                "USD",
                Money.of(deposit),
                "house",
                0,
                type,
                Account.Positions.NETTING,
                Account.Costs.AVERAGE,
                new TreeMap<>(conversions),
                "",
                new TreeMap<>(others));
    }

    /** Margin 10 % and 5 %. */
    private static Instrument instrument(InstrumentId id, String quote, long version, Funding funding, long from) {
        return new Instrument(
                id,
                version,
                id.symbol().substring(0, 3),
                quote,
                Price.of("0.01"),
                Quantity.of("1"),
                Quantity.of("1"),
                Quantity.of("10"),
                0,
                0,
                from,
                null,
                null,
                1_000,
                500,
                "",
                "",
                false,
                null,
                funding);
    }
}
