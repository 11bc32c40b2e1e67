package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One cancels other, one triggers other, and brackets; the entry's id comes after those of its exits. */
class PaperGroupsTest {
    private static final Quantity TEN = Quantity.of("10");
    private static final OrderLink ENTRY = new OrderLink("g", null, OrderLink.Rule.INDEPENDENT);
    private static final OrderLink CHILD = new OrderLink("g", "z", OrderLink.Rule.INDEPENDENT);
    private static final OrderLink EXIT = new OrderLink("g", "z", OrderLink.Rule.REDUCES);
    private static final OrderLink OCO = new OrderLink("g", null, OrderLink.Rule.CANCELS);

    private final PaperVenue venue = new PaperVenue(
            PaperModels.of(PaperVenue.LATENCY, SlippageModel.none()).with(new ParticipationModel(10_000)));

    @BeforeEach
    void decide() {
        venue.decided(100_000);
    }

    @Test
    void aFillOfOneCancelsTheOther() {
        venue.submit("a", OrderTerms.limit(Side.SELL, TEN, Price.of("110")), OCO, 100);
        venue.submit("b", OrderTerms.stopMarket(Side.SELL, TEN, Price.of("90")), OCO, 100);
        venue.trade(150, "100", "9");
        venue.trade(160, "110", "3");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "a 1 ACCEPTED @150",
                        "b 1 ACCEPTED @150",
                        "a 2 PARTIALLY_FILLED 3 at 110 @160",
                        "b 2 CANCELED @160");
        assertThat(venue.reports.get(3).reason()).isEqualTo("SIBLING_FILLED");
    }

    @Test
    void aCancelOfOneLeavesTheOther() {
        venue.submit("a", OrderTerms.limit(Side.SELL, TEN, Price.of("110")), OCO, 100);
        venue.submit("b", OrderTerms.stopMarket(Side.SELL, TEN, Price.of("90")), OCO, 100);
        venue.cancel("c", "a", 200);
        venue.trade(300, "90", "10");
        venue.over(1000);
        assertThat(venue.words()).endsWith("a 2 CANCELED @250", "b 2 TRIGGERED @300", "b 3 FILLED 10 at 90 @300");
    }

    @Test
    void aChildWaitsForItsParentAndGrowsWithIt() {
        venue.submit("z", OrderTerms.limit(Side.BUY, TEN, Price.of("100")), ENTRY, 100);
        venue.submit("a", OrderTerms.market(Side.SELL, TEN), CHILD, 100);
        venue.trade(150, "101", "9");
        venue.trade(160, "100", "4");
        venue.trade(170, "103", "9");
        venue.restart();
        venue.trade(180, "100", "6");
        venue.trade(190, "104", "9");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "a 1 ACCEPTED @150",
                        "z 1 ACCEPTED @150",
                        "z 2 PARTIALLY_FILLED 4 at 100 @160",
                        "a 2 PARTIALLY_FILLED 4 at 103 @170",
                        "z 3 FILLED 6 at 100 @180",
                        "a 3 FILLED 6 at 104 @190");
    }

    @Test
    void aParentThatEndsWithoutAFillCancelsItsChildren() {
        venue.submit("z", OrderTerms.limit(Side.BUY, TEN, Price.of("100")), ENTRY, 100);
        venue.submit("a", OrderTerms.market(Side.SELL, TEN), CHILD, 100);
        venue.cancel("c", "z", 200);
        venue.trade(160, "101", "9");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly("a 1 ACCEPTED @150", "z 1 ACCEPTED @150", "z 2 CANCELED @250", "a 2 CANCELED @250");
        assertThat(venue.reports.get(3).reason()).isEqualTo("PARENT_ENDED");
    }

    @Test
    void aParentThatIsRejectedCancelsItsChildren() {
        venue.submit("z", OrderTerms.limit(Side.BUY, TEN, null), ENTRY, 100);
        venue.submit("a", OrderTerms.market(Side.SELL, TEN), CHILD, 100);
        venue.submit("zz", OrderTerms.market(Side.SELL, TEN), CHILD, 100);
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "a 1 ACCEPTED @150",
                        "z 1 REJECTED @150",
                        "a 2 CANCELED @150",
                        "zz 1 ACCEPTED @150",
                        "zz 2 CANCELED @150");
    }

    @Test
    void aParentThatEndsFilledInPartLeavesItsChildrenThatQuantity() {
        venue.submit("z", OrderTerms.limit(Side.BUY, TEN, Price.of("100")), ENTRY, 100);
        venue.submit("a", OrderTerms.limit(Side.SELL, TEN, Price.of("110")), CHILD, 100);
        venue.trade(150, "101", "9");
        venue.trade(160, "100", "4");
        venue.cancel("c", "z", 200);
        venue.trade(300, "110", "9");
        venue.over(1000);
        assertThat(venue.words()).endsWith("z 3 CANCELED @250", "a 2 REPLACED @250", "a 3 FILLED 4 at 110 @300");
        assertThat(venue.reports.get(4).orderQuantity()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void aBracketsExitsReduceEachOther() {
        bracket();
        venue.trade(150, "99", "20");
        venue.trade(160, "110", "4");
        venue.trade(170, "90", "9");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "stop 1 ACCEPTED @150",
                        "target 1 ACCEPTED @150",
                        "z 1 ACCEPTED @150",
                        "z 2 FILLED 10 at 99 @150",
                        "target 2 PARTIALLY_FILLED 4 at 110 @160",
                        "stop 2 REPLACED @160",
                        "stop 3 TRIGGERED @170",
                        "stop 4 FILLED 6 at 90 @170",
                        "target 3 CANCELED @170");
        assertThat(venue.reports.get(5).orderQuantity()).isEqualTo(Quantity.of("6"));
    }

    @Test
    void aBracketsExitsTogetherNeverExceedWhatItsEntryHasFilled() {
        bracket();
        venue.trade(150, "99", "4");
        venue.trade(160, "110", "3");
        venue.trade(170, "99", "6");
        venue.restart();
        venue.trade(180, "90", "20");
        venue.over(1000);
        assertThat(venue.words())
                .endsWith(
                        "z 2 PARTIALLY_FILLED 4 at 99 @150",
                        "target 2 PARTIALLY_FILLED 3 at 110 @160",
                        "stop 2 REPLACED @160",
                        "z 3 FILLED 6 at 99 @170",
                        "stop 3 TRIGGERED @180",
                        "stop 4 FILLED 7 at 90 @180",
                        "target 3 CANCELED @180");
    }

    @Test
    void aPostOnlyChildIsJudgedAsItBeginsToAct() {
        venue.trade(140, "100", "9");
        venue.submit("z", OrderTerms.limit(Side.BUY, TEN, Price.of("98")), ENTRY, 100);
        venue.submit("a", OrderTerms.limit(Side.SELL, TEN, Price.of("99")).postingOnly(), CHILD, 100);
        venue.submit("b", OrderTerms.limit(Side.SELL, TEN, Price.of("97")).postingOnly(), CHILD, 100);
        venue.trade(160, "100", "9");
        venue.trade(170, "98", "20");
        venue.trade(180, "99", "20");
        venue.over(1000);
        assertThat(venue.words()).endsWith("z 2 FILLED 10 at 98 @170", "b 2 CANCELED @170", "a 2 FILLED 10 at 99 @180");
    }

    @Test
    void anExitNeverFillsOnTheEventThatFilledItsEntry() {
        venue.submit("z", OrderTerms.market(Side.BUY, TEN), ENTRY, 100);
        venue.submit("stop", OrderTerms.stopMarket(Side.SELL, TEN, Price.of("100")), EXIT, 100);
        venue.trade(150, "99", "20");
        venue.trade(160, "98", "20");
        venue.over(1000);
        assertThat(venue.words())
                .endsWith("z 2 FILLED 10 at 99 @150", "stop 2 TRIGGERED @160", "stop 3 FILLED 10 at 98 @160");
    }

    @Test
    void ordersOfAGroupThatComeOneByOneActTogether() {
        venue.trade(150, "100", "9");
        venue.submitOnArrival("a", OrderTerms.limit(Side.SELL, TEN, Price.of("110")), OCO, 100);
        venue.trade(160, "100", "9");
        venue.restart();
        venue.submitOnArrival("b", OrderTerms.stopMarket(Side.SELL, TEN, Price.of("90")), OCO, 100);
        venue.trade(205, "110", "10");
        venue.trade(300, "90", "10");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "a 1 ACCEPTED @200", "b 1 ACCEPTED @200", "a 2 FILLED 10 at 110 @205", "b 2 CANCELED @205");
    }

    @Test
    void anOrderThatComesOnceItsSiblingIsFilledIsCanceled() {
        venue.trade(150, "100", "9");
        venue.submitOnArrival("a", OrderTerms.limit(Side.SELL, TEN, Price.of("110")), OCO, 100);
        venue.trade(300, "110", "4");
        venue.marketClock(400);
        venue.restart();
        venue.submitOnArrival("b", OrderTerms.stopMarket(Side.SELL, TEN, Price.of("90")), OCO, 100);
        venue.trade(500, "90", "10");
        venue.over(1000);
        assertThat(venue.words())
                .containsExactly(
                        "a 1 ACCEPTED @200",
                        "a 2 PARTIALLY_FILLED 4 at 110 @300",
                        "b 1 ACCEPTED @450",
                        "b 2 CANCELED @450");
        assertThat(venue.reports.get(3).reason()).isEqualTo("SIBLING_FILLED");
    }

    @Test
    void anExitThatComesOnceItsSiblingIsFilledClosesTheRest() {
        venue.trade(150, "98", "9");
        venue.submitOnArrival("z", OrderTerms.limit(Side.BUY, TEN, Price.of("99")), ENTRY, 100);
        venue.submitOnArrival("target", OrderTerms.limit(Side.SELL, Quantity.of("4"), Price.of("110")), EXIT, 100);
        venue.trade(250, "99", "20");
        venue.trade(300, "110", "4");
        venue.marketClock(400);
        venue.submitOnArrival("stop", OrderTerms.stopMarket(Side.SELL, TEN, Price.of("90")), EXIT, 100);
        venue.trade(500, "90", "20");
        venue.over(1000);
        assertThat(venue.words())
                .endsWith(
                        "target 2 FILLED 4 at 110 @300",
                        "stop 1 ACCEPTED @450",
                        "stop 2 REPLACED @450",
                        "stop 3 TRIGGERED @500",
                        "stop 4 FILLED 6 at 90 @500");
    }

    @Test
    void aParentIsRememberedAsLongAsAChildIsOpen() {
        venue.submit("z", OrderTerms.market(Side.BUY, TEN), ENTRY, 100);
        venue.submit("a", OrderTerms.limit(Side.SELL, TEN, Price.of("200")), CHILD, 100);
        venue.trade(150, "100", "20");
        for (int i = 0; i <= PaperBook.FINISHED; i++) {
            venue.submit("o" + i, OrderTerms.market(Side.BUY, Quantity.of("1")), 160);
        }
        venue.trade(300, "100", "1000");
        venue.marketClock(400);
        venue.restart();
        venue.submitOnArrival("b", OrderTerms.market(Side.SELL, TEN), CHILD, 100);
        venue.trade(500, "101", "20");
        venue.over(1000);
        assertThat(venue.words()).endsWith("b 1 ACCEPTED @450", "b 2 FILLED 10 at 101 @500");
    }

    @Test
    void aReplaceThatComesAfterASiblingsFillLeavesAnExitThatCanEnd() {
        bracket();
        venue.trade(150, "99", "20");
        venue.trade(160, "110", "4");
        venue.replace("r", "stop", OrderTerms.stopMarket(Side.SELL, TEN, Price.of("91")), 200);
        venue.trade(300, "91", "20");
        venue.over(1000);
        assertThat(venue.words())
                .endsWith(
                        "stop 3 REPLACED @250",
                        "stop 4 TRIGGERED @300",
                        "stop 5 FILLED 6 at 91 @300",
                        "target 3 CANCELED @300");
    }

    private void bracket() {
        venue.submit("z", OrderTerms.limit(Side.BUY, TEN, Price.of("99")), ENTRY, 100);
        venue.submit("stop", OrderTerms.stopMarket(Side.SELL, TEN, Price.of("90")), EXIT, 100);
        venue.submit("target", OrderTerms.limit(Side.SELL, TEN, Price.of("110")), EXIT, 100);
    }
}
