package io.millrace.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.risk.CheckResult;
import io.millrace.core.risk.RiskCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderViewsTest {
    private final OrderViews views = new OrderViews(3);

    @Test
    void followsAnOrderToItsFill() {
        views.decided(Events.approved(Events.intent("o1")));
        assertThat(order("o1").status()).isEqualTo(OrderStatus.APPROVED);
        views.reported(Events.accepted("o1", 1));
        assertThat(order("o1").status()).isEqualTo(OrderStatus.ACCEPTED);
        views.reported(Events.report("o1", 2, ExecutionType.PARTIALLY_FILLED, "0.5", "800"));
        assertThat(order("o1").status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        views.reported(Events.report("o1", 3, ExecutionType.FILLED, "1.5", "804"));

        var order = order("o1");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.filledQuantity()).isEqualTo(Quantity.of("2"));
        assertThat(order.averagePrice()).isEqualTo(Price.of("803"));
        assertThat(order.fees()).isEqualTo(Money.of("1.6"));
    }

    @Test
    void keepsWhatRiskObjectedTo() {
        views.decided(Events.rejected(Events.intent("o1")));

        assertThat(order("o1").status()).isEqualTo(OrderStatus.REJECTED_BY_RISK);
        assertThat(order("o1").ruling().objections())
                .extracting(CheckResult::code)
                .containsExactly(RiskCode.ORDER_NOTIONAL_TOO_LARGE);
    }

    @Test
    void isTheSameWhenEverythingIsReadAgainAndOutOfStep() {
        views.decided(Events.approved(Events.intent("o1")));
        views.reported(Events.accepted("o1", 1));
        views.reported(Events.report("o1", 2, ExecutionType.FILLED, "2", "800"));
        var once = order("o1");

        views.reported(Events.accepted("o1", 1));
        views.reported(Events.report("o1", 2, ExecutionType.FILLED, "2", "800"));
        views.decided(Events.approved(Events.intent("o1")));
        assertThat(order("o1")).isEqualTo(once);

        var other = new OrderViews();
        other.reported(Events.accepted("o1", 1));
        assertThat(other.find("o1").orElseThrow().accountId()).isEqualTo("alice");
        assertThat(other.find("o1").orElseThrow().quantity()).isEqualTo(Quantity.of("2"));
        other.reported(Events.report("o1", 2, ExecutionType.FILLED, "2", "800"));
        other.decided(Events.approved(Events.intent("o1")));
        assertThat(other.find("o1")).hasValue(once);
    }

    @Test
    void showsCancelsWithTheirOrderAndLetsNothingFollowAFinalReport() {
        views.decided(Events.approved(Events.intent("o1")));
        views.decided(Events.approved(Events.cancel("c1", "o1")));
        views.decided(Events.approved(Events.cancel("c1", "o1")));
        views.decided(Events.rejected(Events.cancel("c2", "unheard-of")));
        views.reported(Events.report("o1", 1, ExecutionType.CANCELED, "0", null));
        views.reported(Events.report("o1", 2, ExecutionType.REJECTED, "0", null));

        assertThat(order("o1").cancels()).extracting(Ruling::intentId).containsExactly("c1");
        assertThat(order("o1").status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(views.find("unheard-of")).isEmpty();
        assertThat(views.find("c1")).isEmpty();
    }

    @Test
    void anOrderHasTheTermsThatTheVenueReplacedThemWith() {
        var limit = OrderTerms.limit(Side.BUY, Quantity.of("2"), Price.of("800"));
        views.decided(Events.approved(Events.intent("o1").withTerms(limit)));
        views.reported(Events.accepted("o1", 1));
        var day = limit.withPrices(Price.of("790"), null).lasting(TimeInForce.DAY, 0);
        views.decided(Events.rejected(Events.replace("r0", "o1", limit.withPrices(Price.of("1"), null))));
        views.decided(Events.approved(Events.replace("r1", "o1", limit.withPrices(Price.of("795"), null))));
        views.decided(Events.approved(Events.replace("r2", "o1", day)));
        assertThat(order("o1").terms()).as("not replaced yet").isEqualTo(limit);

        views.reported(Events.report("o1", 2, ExecutionType.REPLACE_REJECTED, "0", null));
        assertThat(order("o1").terms()).isEqualTo(limit);
        views.reported(Events.report("o1", 3, ExecutionType.REPLACED, "0", null));
        assertThat(order("o1").terms()).isEqualTo(day);
        assertThat(order("o1").status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order("o1").replaces()).hasSize(3);
    }

    @Test
    void aChildThatAnAlgorithmMadeIsKnownByItsApproval() {
        var intent = Events.intent("p1");
        views.approved(Events.order(intent, "c1", OrderTerms.market(Side.BUY, Quantity.of("0.5"))));
        assertThat(order("c1").status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(order("c1").quantity()).isEqualTo(Quantity.of("0.5"));
        assertThat(order("c1").accountId()).isEqualTo("alice");
        assertThat(order("c1").approved().link().parentOrderId()).isEqualTo("p1");
    }

    @Test
    void anOrderThatIsSplitIsAsFarAsItsSlices() {
        var wanted = new OrderViews();
        var split = Events.intent("p1")
                .withTerms(OrderTerms.market(Side.BUY, Quantity.of("4")).splitBy(Algorithm.twap(60, 2)));
        wanted.decided(Events.approved(split));
        assertThat(status(wanted, "p1")).isEqualTo(OrderStatus.APPROVED);

        wanted.decided(Events.approved(Events.slice("c1", "p1", 1)));
        wanted.reported(Events.report("c1", 1, ExecutionType.FILLED, "2", "800"));
        assertThat(status(wanted, "p1")).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        wanted.decided(Events.approved(Events.slice("c2", "p1", 2)));
        wanted.reported(Events.report("c2", 1, ExecutionType.FILLED, "2", "804"));

        var order = wanted.find("p1").orElseThrow();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.filledQuantity()).isEqualTo(Quantity.of("4"));
        assertThat(order.averagePrice()).isEqualTo(Price.of("802"));
        assertThat(order.children()).extracting(OrderView::orderId).containsExactly("c1", "c2");
        assertThat(wanted.find("c1").orElseThrow().parentId()).isEqualTo("p1");
    }

    @Test
    void aSplitOrderIsDoneWhenItsSlicesAreOverOrItWasStopped() {
        var wanted = new OrderViews();
        var terms = OrderTerms.market(Side.BUY, Quantity.of("4")).splitBy(Algorithm.twap(60, 2));
        for (var id : List.of("p1", "p2")) {
            wanted.decided(Events.approved(Events.intent(id).withTerms(terms)));
            wanted.decided(Events.rejected(Events.slice(id + "-1", id, 1)));
            assertThat(status(wanted, id)).isEqualTo(OrderStatus.APPROVED);
        }
        wanted.decided(Events.rejected(Events.slice("p1-2", "p1", 2)));
        assertThat(status(wanted, "p1")).isEqualTo(OrderStatus.EXPIRED);
        wanted.decided(Events.approved(Events.command(Action.HALT)));
        assertThat(status(wanted, "p2")).isEqualTo(OrderStatus.CANCELED);
        assertThat(status(wanted, "p1")).isEqualTo(OrderStatus.EXPIRED);
    }

    private static OrderStatus status(OrderViews views, String id) {
        return views.find(id).orElseThrow().status();
    }

    @Test
    void aHaltedAccountStopsTheSplitOrdersOfNobodyElse() {
        var wanted = new OrderViews();
        var terms = OrderTerms.market(Side.BUY, Quantity.of("4")).splitBy(Algorithm.twap(60, 2));
        wanted.decided(Events.approved(Events.intent("whole")));
        wanted.decided(Events.approved(Events.intent("split").withTerms(terms)));
        wanted.decided(Events.approved(Events.command(Action.HALT)));

        assertThat(status(wanted, "whole")).isEqualTo(OrderStatus.APPROVED);
        assertThat(status(wanted, "split")).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void forgetsTheOldestThatAreDoneBeyondItsBound() {
        views.decided(Events.approved(Events.intent("open")));
        for (int i = 1; i <= 5; i++) {
            views.decided(Events.rejected(Events.intent("done" + i)));
        }

        assertThat(views.latest(order -> true, 10))
                .extracting(OrderView::orderId)
                .containsExactly("done5", "done4", "open");
        assertThat(views.latest(order -> true, 1))
                .extracting(OrderView::orderId)
                .containsExactly("done5");
    }

    private OrderView order(String id) {
        return views.find(id).orElseThrow();
    }
}
