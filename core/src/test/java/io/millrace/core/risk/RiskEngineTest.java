package io.millrace.core.risk;

import static io.millrace.core.risk.Orders.BTC;
import static io.millrace.core.risk.Orders.NOW;
import static io.millrace.core.risk.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Price;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.Side;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskEngineTest {
    /** What is looked at whatever is configured. */
    static final List<RiskCode> ALWAYS = List.of(
            RiskCode.UNKNOWN_ACCOUNT,
            RiskCode.UNKNOWN_INSTRUMENT,
            RiskCode.NO_POLICY,
            RiskCode.UNKNOWN_ORDER,
            RiskCode.CURRENCY_DIFFERS,
            RiskCode.PRICE_NOT_POSITIVE,
            RiskCode.PRICE_OFF_TICK,
            RiskCode.QUANTITY_OFF_LOT,
            RiskCode.QUANTITY_TOO_SMALL,
            RiskCode.QUANTITY_TOO_LARGE,
            RiskCode.TRADING_HALTED,
            RiskCode.REDUCING_ONLY,
            RiskCode.REDUCE_ONLY_WOULD_INCREASE,
            RiskCode.ORDER_NOTIONAL_TOO_LARGE,
            RiskCode.POSITION_TOO_LARGE,
            RiskCode.GROSS_EXPOSURE_TOO_LARGE,
            RiskCode.LEVERAGE_TOO_HIGH,
            RiskCode.DAILY_LOSS_REACHED,
            RiskCode.DRAWDOWN_REACHED,
            RiskCode.ORDER_RATE_TOO_HIGH,
            RiskCode.PRICE_STALE);

    @Test
    void carriesWhatIsAlwaysLookedAtInTheOrderOfItsNumber() {
        assertThat(order().decide().checks())
                .extracting(CheckResult::code)
                .containsExactlyElementsOf(ALWAYS)
                .isSortedAccordingTo((a, b) -> Integer.compare(a.number(), b.number()));
    }

    @Test
    void carriesTheSameOfACancel() {
        assertThat(order().cancel("o1").decide().checks())
                .extracting(CheckResult::code)
                .containsExactlyElementsOf(ALWAYS);
    }

    @Test
    void carriesAllObjectionsNotTheFirst() {
        var order = order().mode(TradingMode.HALTED).buy("0.0005").at("-0.005");
        assertThat(order.decide().objections())
                .extracting(CheckResult::code)
                .containsExactly(
                        RiskCode.PRICE_NOT_POSITIVE,
                        RiskCode.PRICE_OFF_TICK,
                        RiskCode.QUANTITY_OFF_LOT,
                        RiskCode.QUANTITY_TOO_SMALL,
                        RiskCode.TRADING_HALTED);
    }

    @Test
    void saysWhatItDecidedUpon() {
        var decision = order().decide();
        assertThat(decision.approved()).isTrue();
        assertThat(decision.orderId()).isEqualTo("intent-1");
        assertThat(decision.policyId()).isEqualTo("house");
        assertThat(decision.policyVersion()).isEqualTo(7);
        assertThat(decision.mode()).isEqualTo(TradingMode.NORMAL);
        assertThat(decision.mark()).isEqualTo(Price.of("1000"));
        assertThat(decision.markTimeNanos()).isEqualTo(NOW);
        assertThat(decision.decidedAtNanos()).isEqualTo(NOW);
    }

    @Test
    void saysThatThereWasNoPolicy() {
        var order = order();
        order.policyKnown = false;
        var decision = order.decide();
        assertThat(decision.policyId()).isEmpty();
        assertThat(decision.policyVersion()).isZero();
        assertThat(decision.mode()).isNull();
        assertThat(decision.orderId()).isNull();
        assertThat(decision.order()).isNull();
    }

    @Test
    void namesTheCanceledOrderInTheApproval() {
        var cancel = order().opened("o1", BTC, Side.BUY, "1").cancel("o1");
        assertThat(cancel.decide().order())
                .extracting(ApprovedOrder::orderId, ApprovedOrder::intentId, ApprovedOrder::action)
                .containsExactly("o1", "intent-1", Action.CANCEL);
    }

    @Test
    void answersTheSameQuestionTheSame() {
        assertThat(order().decide()).isEqualTo(order().decide());
    }

    @Test
    void takesLimitsOfTheModeInForce() {
        var tight = new LimitsOf(Orders.WIDE).maxOrderNotional("999").limits();
        for (var mode : TradingMode.values()) {
            var policy = new Policy(
                    "house",
                    1,
                    mode,
                    mode == TradingMode.AGGRESSIVE ? tight : Orders.WIDE,
                    mode == TradingMode.NORMAL ? tight : Orders.WIDE,
                    List.of(TradingMode.DEFENSIVE, TradingMode.REDUCING, TradingMode.HALTED)
                                    .contains(mode)
                            ? tight
                            : Orders.WIDE,
                    0);
            assertThat(policy.limits(mode)).as("%s", mode).isEqualTo(tight);
        }
        assertThat(Arrays.stream(TradingMode.values())).hasSize(5);
    }

    @Test
    void remembersWhatItTookAndDropsItAfterwards() {
        var decision = order().decide();
        var account = RiskAccount.empty("alpha").apply(decision);
        assertThat(account.hasSeen(decision.intent())).isTrue();
        assertThat(account.book().openOrder("intent-1").remaining())
                .isEqualTo(decision.intent().terms().quantity());
        assertThat(account.approvals().nanos()).containsExactly(NOW);
        assertThat(account.book().portfolio().markOf(BTC).price()).isEqualTo(Price.of("1000"));
    }
}
