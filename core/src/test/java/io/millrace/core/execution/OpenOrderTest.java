package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.execution.OpenOrder.Replacement;
import io.millrace.core.execution.OpenOrder.Taken;
import io.millrace.core.execution.OrderEvent.Requested;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OpenOrderTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    private static final OrderTerms TEN_AT_100 = OrderTerms.limit(Side.BUY, Quantity.of("10"), Price.of("100"));
    private static final Replacement SIX_AT_110 = new Replacement(
            "replace-1", OrderTerms.limit(Side.BUY, Quantity.of("6"), Price.of("110")), Price.of("110"));

    private final OpenOrder order = open(TEN_AT_100, null);

    @Test
    void keepsItsTermsUntilItsVenueReplacesThem() {
        var asked = taken(accepted(order).askedToReplace(SIX_AT_110));
        assertThat(asked.state()).isEqualTo(OrderState.PENDING_REPLACE);
        assertThat(asked.terms()).isEqualTo(TEN_AT_100);

        var replaced = taken(asked.on(replaced(2, "6", "110")));
        assertThat(replaced.state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(replaced.terms()).isEqualTo(SIX_AT_110.terms());
        assertThat(replaced.reservePrice()).isEqualTo(Price.of("110"));
        assertThat(replaced.replacement()).isNull();
    }

    @Test
    void reachesAsFarAsTheLargerOfWhatItIsAndWhatItMayBecome() {
        var asked = taken(accepted(order).askedToReplace(SIX_AT_110));
        assertThat(asked.reach()).isEqualTo(Quantity.of("10"));
        assertThat(asked.reachPrice()).isEqualTo(Price.of("110"));
        var more = new Replacement("r", TEN_AT_100.withQuantity(Quantity.of("12")), Price.of("90"));
        var askedForMore = taken(accepted(order).askedToReplace(more));
        assertThat(askedForMore.reach()).isEqualTo(Quantity.of("12"));
        assertThat(askedForMore.reachPrice()).isEqualTo(Price.of("100"));
        assertThat(taken(askedForMore.on(fill(2, "3"))).reach()).isEqualTo(Quantity.of("9"));
    }

    @Test
    void isHeldAtThePriceThatCostsMoreWhicheverItsVenueTakes() {
        var sell = OrderTerms.limit(Side.SELL, Quantity.of("10"), Price.of("100"));
        var lower =
                new Replacement("r", OrderTerms.limit(Side.SELL, Quantity.of("10"), Price.of("90")), Price.of("90"));
        assertThat(taken(accepted(open(sell, null)).askedToReplace(lower)).reachPrice())
                .isEqualTo(Price.of("90"));
        // A part may be bought at 100 before the venue takes 90.
        assertThat(order.under(TEN_AT_100, Price.of("90")).reservePrice()).isEqualTo(Price.of("100"));
        assertThat(order.under(TEN_AT_100, Price.of("110")).reservePrice()).isEqualTo(Price.of("110"));
    }

    @Test
    void isAskedForNoMoreThanItsParentWasFilledOnceThatEnds() {
        var link = new OrderLink("g", "parent", OrderLink.Rule.REDUCES);
        var more = new Replacement("r", TEN_AT_100.withQuantity(Quantity.of("30")), Price.of("100"));
        var asked = taken(accepted(open(TEN_AT_100, link)).askedToReplace(more));
        var released = asked.afterParent(Quantity.of("4"), false);
        assertThat(released.workingReach()).isEqualTo(Quantity.of("4"));
        var ended = released.afterParent(Quantity.of("8"), true);
        assertThat(ended.quantity()).isEqualTo(Quantity.of("10"));
        assertThat(ended.reach()).isEqualTo(Quantity.of("12"));
        var shrunk = taken(ended.on(report(2, ExecutionType.REPLACED, "0", "7", "SIBLING_FILLED")));
        assertThat(shrunk.reach()).isEqualTo(Quantity.of("7"));
    }

    @Test
    void keepsItsTermsIfItsVenueRefusesToReplaceThem() {
        var asked = taken(accepted(order).askedToReplace(SIX_AT_110));
        var refused = taken(asked.on(report(2, ExecutionType.REPLACE_REJECTED, "0", "10", "")));
        assertThat(refused).isEqualTo(withReports(accepted(order), 2));
    }

    @Test
    void staysAskedWhenItsVenueChangesItByItself() {
        var asked = taken(accepted(order).askedToReplace(SIX_AT_110));
        var shrunk = taken(asked.on(report(2, ExecutionType.REPLACED, "0", "8", "SIBLING_FILLED")));
        assertThat(shrunk.quantity()).isEqualTo(Quantity.of("8"));
        assertThat(shrunk.state()).isEqualTo(OrderState.PENDING_REPLACE);
        assertThat(taken(shrunk.on(replaced(3, "6", "110"))).terms()).isEqualTo(SIX_AT_110.terms());
    }

    @Test
    void isOpenAgainIfItsVenueRefusesToCancelIt() {
        var asked = taken(accepted(order).askedToCancel());
        assertThat(asked.state()).isEqualTo(OrderState.PENDING_CANCEL);
        assertThat(taken(asked.on(report(2, ExecutionType.CANCEL_REJECTED, "0", "10", ""))))
                .isEqualTo(withReports(accepted(order), 2));
    }

    @Test
    void isAskedForOtherTermsStillIfItsVenueRefusesToCancelIt() {
        var asked = taken(taken(accepted(order).askedToReplace(SIX_AT_110)).askedToCancel());
        assertThat(asked.state()).isEqualTo(OrderState.PENDING_CANCEL);
        var refused = taken(asked.on(report(2, ExecutionType.CANCEL_REJECTED, "0", "10", "")));
        assertThat(refused.state()).isEqualTo(OrderState.PENDING_REPLACE);
        assertThat(refused.askedToReplace(SIX_AT_110)).isInstanceOf(OpenOrder.Refused.class);
        assertThat(taken(refused.on(replaced(3, "6", "110"))).terms()).isEqualTo(SIX_AT_110.terms());
    }

    @Test
    void takesOneReplaceAtATimeAndNoneWhileItIsToBeCanceled() {
        var asked = taken(accepted(order).askedToReplace(SIX_AT_110));
        assertThat(asked.askedToReplace(SIX_AT_110))
                .isEqualTo(new OpenOrder.Refused("REPLACE cannot follow PENDING_REPLACE"));
        assertThat(taken(asked.askedToCancel()).askedToReplace(SIX_AT_110))
                .isEqualTo(new OpenOrder.Refused("REPLACE cannot follow PENDING_CANCEL"));
    }

    @Test
    void isNeverReplacedByLessThanIsFilled() {
        var filled = taken(accepted(order).on(fill(2, "7")));
        assertThat(filled.on(replaced(3, "6", "110")))
                .isEqualTo(new OpenOrder.Refused("a quantity of 6 is less than the filled 7"));
        assertThat(taken(filled.on(replaced(3, "7", "110"))).remaining()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void goesOnAfterItsTriggerWasReached() {
        var stop = open(OrderTerms.stopMarket(Side.BUY, Quantity.of("10"), Price.of("120")), null);
        var triggered = taken(accepted(stop).on(report(2, ExecutionType.TRIGGERED, "0", "10", "")));
        assertThat(triggered.state()).isEqualTo(OrderState.TRIGGERED);
        assertThat(taken(triggered.on(fill(3, "4"))).remaining()).isEqualTo(Quantity.of("6"));
    }

    @Test
    void waitsForItsParentToFill() {
        var child = open(TEN_AT_100, new OrderLink("g", "parent", OrderLink.Rule.REDUCES));
        assertThat(child.working()).isEqualTo(Quantity.ZERO);
        var active = accepted(child).afterParent(Quantity.of("4"), false);
        assertThat(active.working()).isEqualTo(Quantity.of("4"));
        assertThat(active.reach()).isEqualTo(Quantity.of("10"));
        assertThat(taken(active.on(fill(2, "3"))).working()).isEqualTo(Quantity.of("1"));
        assertThat(active.afterParent(Quantity.of("6"), true).working()).isEqualTo(Quantity.of("10"));
    }

    @Test
    void isReducedByWhatItsSiblingTraded() {
        var child = accepted(open(TEN_AT_100, new OrderLink("g", "parent", OrderLink.Rule.REDUCES)));
        var active = child.afterParent(Quantity.of("4"), false);
        var reduced = taken(active.on(report(2, ExecutionType.REPLACED, "0", "7", "SIBLING_FILLED")));
        assertThat(reduced.quantity()).isEqualTo(Quantity.of("7"));
        assertThat(reduced.working()).isEqualTo(Quantity.of("1"));
        assertThat(reduced.afterParent(Quantity.of("6"), true).working()).isEqualTo(Quantity.of("7"));
    }

    @Test
    void isAsLargeAsItsParentWasFilledOnceThatEnds() {
        var child = accepted(open(TEN_AT_100, new OrderLink("g", "parent", OrderLink.Rule.REDUCES)));
        var ended = child.afterParent(Quantity.of("4"), false).afterParent(Quantity.ZERO, true);
        assertThat(ended.quantity()).isEqualTo(Quantity.of("4"));
        assertThat(ended.working()).isEqualTo(Quantity.of("4"));
        var told = taken(ended.on(report(2, ExecutionType.REPLACED, "0", "4", "PARENT_ENDED")));
        assertThat(told).isEqualTo(withReports(ended, 2));
        var toldFirst = taken(child.afterParent(Quantity.of("4"), false)
                .on(report(2, ExecutionType.REPLACED, "0", "4", "PARENT_ENDED")));
        assertThat(toldFirst.afterParent(Quantity.ZERO, true)).isEqualTo(told);
    }

    /** Reports of one time come in the order of their orders' ids: a child's may come before its parent's. */
    @Test
    void isAsLargeAsItsParentWasFilledAlsoIfItIsToldBefore() {
        var child = accepted(open(TEN_AT_100, new OrderLink("g", "parent", OrderLink.Rule.REDUCES)));
        var told = taken(child.on(report(2, ExecutionType.REPLACED, "0", "4", "PARENT_ENDED")));
        var ended = told.afterParent(Quantity.of("4"), true);
        assertThat(ended.working()).isEqualTo(Quantity.of("4"));
        assertThat(taken(ended.on(fill(3, "4"))).remaining()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void staysForItsVenueToCancelIfItsParentEndsWithoutAFill() {
        var child = accepted(open(TEN_AT_100, new OrderLink("g", "parent", OrderLink.Rule.INDEPENDENT)));
        assertThat(child.afterParent(Quantity.ZERO, true)).isEqualTo(child);
    }

    @Test
    void takesThePriceAtWhichItRestsFromItsVenue() {
        var taker = open(OrderTerms.marketToLimit(Side.BUY, Quantity.of("10")), null);
        assertThat(taken(accepted(taker).on(fill(2, "3"))).terms().limitPrice()).isEqualTo(Price.of("100"));
    }

    /** Something that happens to an order. */
    record Happening(int kind, ExecutionType type, int quantity, int ordered) {}

    /** Whatever is asked and reported: filled never falls and never exceeds the quantity, and what is final stays. */
    @Property
    void fillsAtMostWhatIsOrdered(@ForAll("happenings") List<Happening> happenings) {
        var now = order;
        for (int i = 0; i < happenings.size(); i++) {
            var before = now;
            var step = happen(now, happenings.get(i), i);
            now = step instanceof Taken taken ? taken.order() : now;
            assertThat(now.filled()).isGreaterThanOrEqualTo(before.filled()).isLessThanOrEqualTo(now.quantity());
            assertThat(now.reach()).isGreaterThanOrEqualTo(now.remaining());
            assertThat(before.state().isFinal() && !now.equals(before)).isFalse();
            assertThat(now.replacement() != null && now.state().isFinal()).isFalse();
            assertThat(now.status().asked().contains(Requested.REPLACE)).isEqualTo(now.replacement() != null);
        }
    }

    private static OpenOrder.Step happen(OpenOrder order, Happening happening, int number) {
        var quantity = Integer.toString(happening.quantity);
        var ordered = Integer.toString(happening.ordered);
        return switch (happening.kind) {
            case 0 -> order.askedToCancel();
            case 1 ->
                order.askedToReplace(
                        new Replacement("r" + number, TEN_AT_100.withQuantity(Quantity.of(ordered)), null));
            default ->
                order.on(report(number, happening.type, quantity, ordered, number % 2 == 0 ? "" : "SIBLING_FILLED"));
        };
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(ExecutionType.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 14))
                .as(Happening::new)
                .list()
                .ofMaxSize(20);
    }

    private static OpenOrder open(OrderTerms terms, OrderLink link) {
        return OpenOrder.of(
                new ApprovedOrder("o1", "o1", Action.SUBMIT, "alpha", "rsi", BTC, terms, Ordering.EVENT_TIME, 1, link),
                Price.of("100"));
    }

    private static OpenOrder accepted(OpenOrder order) {
        return taken(order.on(report(1, ExecutionType.ACCEPTED, "0", "10", "")));
    }

    private static OpenOrder taken(OpenOrder.Step step) {
        assertThat(step).isInstanceOf(Taken.class);
        return ((Taken) step).order();
    }

    private static OpenOrder withReports(OpenOrder order, int reports) {
        return new OpenOrder(
                order.orderId(),
                order.instrument(),
                order.strategyId(),
                order.terms(),
                order.link(),
                order.reservePrice(),
                order.filled(),
                order.status(),
                reports,
                order.decidedAtNanos(),
                order.released(),
                order.replacement());
    }

    private static ExecutionReport fill(int number, String quantity) {
        return report(number, ExecutionType.PARTIALLY_FILLED, quantity, "10", "");
    }

    private static ExecutionReport replaced(int number, String quantity, String limit) {
        return report(number, ExecutionType.REPLACED, "0", quantity, "", Price.of(limit));
    }

    private static ExecutionReport report(
            int number, ExecutionType type, String filled, String ordered, String reason) {
        return report(number, type, filled, ordered, reason, Price.of("100"));
    }

    private static ExecutionReport report(
            int number, ExecutionType type, String filled, String ordered, String reason, Price limit) {
        return new ExecutionReport(
                "o1",
                "o1",
                number,
                type,
                "alpha",
                "rsi",
                BTC,
                Side.BUY,
                Quantity.of(ordered),
                Quantity.of(filled),
                Price.of("100"),
                Quantity.ZERO,
                Money.ZERO,
                0,
                20,
                reason,
                null,
                limit,
                null,
                "USD");
    }
}
