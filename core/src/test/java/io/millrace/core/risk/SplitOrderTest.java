package io.millrace.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TWAP and VWAP through risk. */
class SplitOrderTest {
    private static final OrderTerms TWAP =
            OrderTerms.market(Side.BUY, Quantity.of("4")).splitBy(Algorithm.twap(40, 4));

    private final StageRig risk = new StageRig();

    @Test
    void decidesEachSliceOfATwapAtItsTime() {
        risk.submit("p", 100, TWAP);
        risk.clock(100);
        assertThat(risk.sent()).containsExactly("SUBMIT " + child(1) + " 1 at 100");
        risk.clock(109);
        assertThat(risk.sent()).hasSize(1);
        risk.clock(125);
        assertThat(risk.sent())
                .containsExactly(
                        "SUBMIT " + child(1) + " 1 at 100",
                        "SUBMIT " + child(2) + " 1 at 110",
                        "SUBMIT " + child(3) + " 1 at 120");
        risk.clock(1000);
        assertThat(risk.sent()).hasSize(4).last().isEqualTo("SUBMIT " + child(4) + " 1 at 130");
        assertThat(risk.decisions).hasSize(5).allMatch(RiskDecision::approved);
        assertThat(risk.decisions.get(2).intent().parentOrderId()).isEqualTo("p");
        assertThat(risk.decisions.get(2).intent().reason()).isEqualTo("TWAP 2/4 of p");
        assertThat(risk.approved).allMatch(order -> order.terms().algorithm() == null);
    }

    @Test
    void weighsTheSlicesOfAVwapByTheVolumeProfile() {
        risk.submit(
                "p",
                100,
                OrderTerms.limit(Side.BUY, Quantity.of("4"), Price.of("90"))
                        .splitBy(Algorithm.vwap(30, List.of(1L, 5L, 2L))));
        risk.clock(1000);
        assertThat(risk.sent())
                .containsExactly(
                        "SUBMIT " + child(1) + " 0.5 at 100",
                        "SUBMIT " + child(2) + " 2.5 at 110",
                        "SUBMIT " + child(3) + " 1 at 120");
        assertThat(risk.approved).allMatch(order -> order.terms().limitPrice().equals(Price.of("90")));
    }

    @Test
    void showsASliceWholeThatIsNotLargerThanWhatIsShown() {
        var shown = OrderTerms.limit(Side.BUY, Quantity.of("4"), Price.of("90")).showing(Quantity.of("1.5"));
        risk.submit("p", 100, shown.splitBy(Algorithm.vwap(20, List.of(1L, 3L))));
        risk.clock(1000);
        assertThat(risk.decisions).hasSize(3).allMatch(RiskDecision::approved);
        assertThat(risk.approved)
                .extracting(order -> order.terms().displayQuantity())
                .containsExactly(null, Quantity.of("1.5"));
    }

    @Test
    void makesNoSliceThatIsWorthLessThanTheLeastNotional() {
        var venue = new StageRig("1000000", Money.of("150"));
        venue.submit("p", 100, TWAP);
        venue.clock(1000);
        assertThat(venue.decisions).allMatch(RiskDecision::approved);
        assertThat(venue.sent())
                .containsExactly("SUBMIT " + child(2) + " 2 at 110", "SUBMIT " + child(3) + " 2 at 120");
    }

    @Test
    void countsInTheRateOfOrdersBeforeItsFirstSlice() {
        risk.submit(
                "p", 100, OrderTerms.market(Side.BUY, Quantity.of("4")).splitBy(Algorithm.vwap(20, List.of(0L, 1L))));
        risk.clock(100);
        assertThat(risk.sent()).isEmpty();
        assertThat(risk.account().approvals().within(100)).isEqualTo(1);
    }

    @Test
    void isNotSplitAgainWhenItsIntentComesAgain() {
        risk.arrives("p", TWAP);
        risk.arrives("p", TWAP);
        assertThat(risk.decisions.get(risk.decisions.size() - 1).objections())
                .extracting(CheckResult::code)
                .containsExactly(RiskCode.DUPLICATE_INTENT);
    }

    @Test
    void peoplesCancelsUseUpNobodysPace() {
        risk.submit("a", 100, OrderTerms.limit(Side.BUY, Quantity.of("1"), Price.of("90")));
        risk.cancel("c", 101, "a");
        risk.clock(200);
        assertThat(risk.sent()).last().isEqualTo("CANCEL a at 101");
        assertThat(risk.account().cancels().within(101)).isZero();
    }

    @Test
    void isRefusedWhole() {
        var small = new StageRig("300");
        small.submit("p", 100, TWAP);
        small.clock(1000);
        assertThat(small.decisions).singleElement().satisfies(decision -> assertThat(decision.objections())
                .extracting(CheckResult::code)
                .containsExactly(RiskCode.ORDER_NOTIONAL_TOO_LARGE));
        assertThat(small.approved).isEmpty();
    }

    @Test
    void holdsEverySliceAgainstAllChecksAtItsTime() {
        risk.submit("p", 100, TWAP);
        risk.clock(115);
        risk.command("h", Action.REDUCE);
        risk.clock(1000);
        assertThat(risk.sent()).filteredOn(sent -> sent.startsWith("SUBMIT")).hasSize(2);
        assertThat(risk.decisions.subList(4, 6)).allSatisfy(slice -> assertThat(slice.objections())
                .extracting(CheckResult::code)
                .containsExactly(RiskCode.REDUCING_ONLY));
        assertThat(risk.account().split("p").sent()).isEqualTo(Quantity.of("2"));
    }

    @Test
    void knowsHowFarItGot() {
        risk.submit("p", 100, TWAP);
        risk.clock(100);
        risk.report(child(1), ExecutionType.ACCEPTED, 101, "0");
        risk.report(child(1), ExecutionType.PARTIALLY_FILLED, 102, "0.4");
        risk.clock(103);
        assertThat(risk.account().split("p")).satisfies(split -> {
            assertThat(split.taken()).isEqualTo(1);
            assertThat(split.sent()).isEqualTo(Quantity.of("1"));
            assertThat(split.filled()).isEqualTo(Quantity.of("0.4"));
            assertThat(split.open()).containsExactly(child(1));
        });
        risk.report(child(1), ExecutionType.FILLED, 104, "0.6");
        risk.clock(1000);
        assertThat(risk.account().split("p").open()).containsExactly(child(2), child(3), child(4));
        for (int k = 2; k <= 4; k++) {
            risk.report(child(k), ExecutionType.FILLED, 1000 + k, "1");
        }
        risk.clock(2000);
        assertThat(risk.account().splits()).isEmpty();
        assertThat(risk.account().book().portfolio().position(StageRig.BTC).quantity())
                .isEqualTo(Quantity.of("4"));
    }

    @Test
    void isCanceledWithWhatIsOpenOfItAndWhatWaits() {
        risk.submit("p", 100, TWAP);
        risk.clock(112);
        risk.report(child(1), ExecutionType.FILLED, 111, "1");
        risk.cancel("c", 113, "p");
        risk.clock(1000);
        assertThat(risk.sent())
                .containsExactly(
                        "SUBMIT " + child(1) + " 1 at 100",
                        "SUBMIT " + child(2) + " 1 at 110",
                        "CANCEL " + child(2) + " at 113");
        assertThat(risk.clocks.get(risk.clocks.size() - 1).timeNanos()).isEqualTo(1000);
        risk.report(child(2), ExecutionType.CANCELED, 1001, "0");
        risk.clock(2000);
        assertThat(risk.account().splits()).isEmpty();
        assertThat(risk.duplicates).isEmpty();
    }

    @Test
    void goesOnAfterARestart() {
        risk.submit("p", 100, TWAP);
        risk.clock(112);
        risk.restart();
        risk.clock(1000);
        assertThat(risk.sent()).hasSize(4);
        assertThat(risk.sent()).last().isEqualTo("SUBMIT " + child(4) + " 1 at 130");
    }

    @Test
    void splitsWhatAPersonSubmitsFromThenOn() {
        risk.clock(500);
        risk.arrives("p", TWAP);
        risk.clock(1000);
        assertThat(risk.approved).extracting(order -> order.decidedAtNanos()).containsExactly(500L, 510L, 520L, 530L);
    }

    @Test
    void isNotStalledWhileItsNextSliceIsEarly() {
        risk.submit("p", 100, TWAP);
        risk.clock(100);
        assertThat(risk.stalls()).isFalse();
        risk.signals(110);
        assertThat(risk.stalls()).as("the venue's clock stays away").isTrue();
    }

    @Test
    void takesNoSliceFromOutside() {
        risk.submit("p", 100, TWAP);
        risk.clock(100);
        var slice = risk.decisions.get(1).intent();
        risk.intent(slice);
        assertThat(risk.duplicates).containsExactly(slice.intentId());
        assertThat(risk.sent()).hasSize(1);
    }

    /** The venue must not go beyond a slice that is still to be decided. */
    @Test
    void holdsTheClockForTheVenueBackWhileASliceWaits() {
        risk.submit("p", 100, TWAP);
        risk.clock(100);
        risk.signals(125);
        assertThat(risk.clocks.get(risk.clocks.size() - 1).timeNanos()).isEqualTo(109);
    }

    private static String child(int number) {
        return OrderIds.child("p", number);
    }
}
