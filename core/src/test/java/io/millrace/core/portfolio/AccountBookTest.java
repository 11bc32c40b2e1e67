package io.millrace.core.portfolio;

import static io.millrace.core.portfolio.Fills.BTC;
import static io.millrace.core.portfolio.Fills.LTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.execution.OrderState;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

class AccountBookTest {
    private final AccountBook book = AccountBook.empty("alpha").open(approved("o1", BTC, 10), Price.of("100"));

    @Test
    void followsInstrumentsWithOpenOrdersOrPositions() {
        assertThat(book.followed()).containsExactly(BTC);
        var filled =
                taken(book, report("o1", 1, ExecutionType.ACCEPTED, "0"), report("o1", 2, ExecutionType.FILLED, "5"));
        assertThat(filled.openOrders()).isEmpty();
        assertThat(filled.followed()).containsExactly(BTC);
        assertThat(filled.open(approved("o2", LTC, 20), null).followed()).containsExactly(BTC, LTC);
        assertThat(AccountBook.empty("alpha").followed()).isEmpty();
    }

    @Test
    void expectsReportsOnlyAfterTheDecision() {
        assertThat(book.openBefore(10)).isEmpty();
        assertThat(book.openBefore(11)).containsExactly(BTC);
    }

    @Test
    void refusesTheSameReportTwice() {
        var accepted = taken(book, report("o1", 1, ExecutionType.ACCEPTED, "0"));
        var partly = taken(accepted, report("o1", 2, ExecutionType.PARTIALLY_FILLED, "2"));
        assertThat(partly.apply(report("o1", 2, ExecutionType.PARTIALLY_FILLED, "2")))
                .isEqualTo(new AccountBook.Refused("report 2 came before"));
        assertThat(partly.portfolio().position(BTC).quantity()).isEqualTo(Quantity.of("2"));
    }

    @Test
    void refusesAReportOnAnOrderThatIsNotOpen() {
        assertThat(book.apply(report("o9", 1, ExecutionType.FILLED, "5")))
                .isEqualTo(new AccountBook.Refused("order o9 is not open"));
    }

    @Test
    void refusesAFillBeyondTheOrder() {
        var accepted = taken(book, report("o1", 1, ExecutionType.ACCEPTED, "0"));
        assertThat(accepted.apply(report("o1", 2, ExecutionType.FILLED, "5.00000001")))
                .isEqualTo(new AccountBook.Refused("a fill of 5.00000001 exceeds the remaining 5"));
        assertThat(accepted.apply(report("o1", 2, ExecutionType.FILLED, "0")))
                .isEqualTo(new AccountBook.Refused("a fill of 0"));
    }

    @Test
    void depositsWhatTheAccountSaysOnce() {
        var account = new Account("alpha", 1, "USD", Money.of("100"), "house", 0);
        var funded = book.fund(null, 1).fund(account, 1).fund(account, 2);
        assertThat(funded.portfolio().cash()).isEqualTo(Money.of("100"));
        var more = funded.fund(new Account("alpha", 2, "USD", Money.of("70"), "house", 0), 3);
        assertThat(more.portfolio().cash()).isEqualTo(Money.of("70"));
        assertThat(more.portfolio().deposits()).isEqualTo(Money.of("70"));
    }

    @Test
    void keepsTheMarkOfWhatItHoldsWhenAnotherOrderOpens() {
        var held =
                taken(book, report("o1", 1, ExecutionType.ACCEPTED, "0"), report("o1", 2, ExecutionType.FILLED, "5"));
        assertThat(held.open(approved("o2", BTC, 20), Price.of("1")).portfolio())
                .isEqualTo(held.portfolio());
    }

    /** Reports of any kind in any order: what is filled never exceeds what was ordered, and is what is held. */
    @Property
    void fillsAtMostWhatWasOrdered(@ForAll("reports") List<Tuple2<ExecutionType, Integer>> reports) {
        var next = book;
        var filled = Quantity.ZERO;
        for (int i = 0; i < reports.size(); i++) {
            var type = reports.get(i).get1();
            var report = report("o1", i, type, reports.get(i).get2().toString());
            if (next.apply(report) instanceof AccountBook.Taken taken) {
                next = taken.book();
                filled = type.isFill() ? filled.plus(report.lastQuantity()) : filled;
            }
            var open = next.openOrder("o1");
            assertThat(filled).isLessThanOrEqualTo(Quantity.of("5"));
            assertThat(next.portfolio().position(BTC).quantity()).isEqualTo(filled);
            assertThat(open == null || !open.state().isFinal()).isTrue();
            assertThat(open == null
                            || open.state() == OrderState.SUBMITTED
                            || open.filled().equals(filled))
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<List<Tuple2<ExecutionType, Integer>>> reports() {
        return Arbitraries.of(ExecutionType.class)
                .flatMap(type -> Arbitraries.integers().between(0, 3).map(quantity -> Tuple.of(type, quantity)))
                .list()
                .ofMaxSize(12);
    }

    private static AccountBook taken(AccountBook book, ExecutionReport... reports) {
        var next = book;
        for (var report : reports) {
            next = ((AccountBook.Taken) next.apply(report)).book();
        }
        return next;
    }

    private static ExecutionReport report(String orderId, int number, ExecutionType type, String filled) {
        var quantity = Quantity.of(filled);
        return Fills.report(
                type, BTC, Side.BUY, Quantity.of("5"), quantity, Price.of("100"), Money.ZERO, 20, orderId, number);
    }

    private static ApprovedOrder approved(String orderId, InstrumentId instrument, long decidedAt) {
        return new ApprovedOrder(
                orderId,
                orderId,
                Action.SUBMIT,
                "alpha",
                "rsi",
                instrument,
                OrderTerms.market(Side.BUY, Quantity.of("5")),
                Ordering.EVENT_TIME,
                decidedAt);
    }
}
