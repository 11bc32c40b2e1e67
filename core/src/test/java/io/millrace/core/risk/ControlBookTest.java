package io.millrace.core.risk;

import static io.millrace.core.risk.Orders.BTC;
import static io.millrace.core.risk.Orders.LTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.core.portfolio.Account;
import io.millrace.core.strategy.StrategySpec;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ControlBookTest {
    private static final long BAR = 60_000_000_000L;

    private final ControlBook control = new ControlBook();

    @Test
    void answersWithTheHighestVersionInForce() {
        control.put(account(2, 100));
        control.put(account(1, 0));
        control.put(account(3, 200));
        assertThat(control.account("alpha", -1)).isNull();
        assertThat(control.account("alpha", 99).version()).isEqualTo(1);
        assertThat(control.account("alpha", 100).version()).isEqualTo(2);
        assertThat(control.account("alpha", 1000).version()).isEqualTo(3);
        assertThat(control.account("beta", 1000)).isNull();
    }

    @Test
    void findsThePolicyThroughTheAccount() {
        control.put(account(1, 0));
        control.put(new Policy("house", 1, TradingMode.NORMAL, Orders.WIDE, Orders.WIDE, Orders.WIDE, 50));
        control.put(Orders.instrument(BTC, "USD"));
        assertThat(control.rules(intent("alpha", BTC), 49).policy()).isNull();
        assertThat(control.rules(intent("alpha", BTC), 50).policy().version()).isEqualTo(1);
        assertThat(control.rules(intent("alpha", BTC), 50).instrument().id()).isEqualTo(BTC);
        var nothing = control.rules(intent("beta", LTC), 50);
        assertThat(Arrays.asList(
                        nothing.account(),
                        nothing.policy(),
                        nothing.global(),
                        nothing.strategy(),
                        nothing.instrument()))
                .containsOnlyNulls();
        assertThat(nothing.instruments().instrument(BTC, 50).id()).isEqualTo(BTC);
    }

    @Test
    void findsTheGlobalPolicyAndTheStrategyOfTheIntent() {
        control.put(new Policy("global", 3, TradingMode.HALTED, Orders.WIDE, Orders.WIDE, Orders.WIDE, 50));
        control.put(strategy("rsi", 1, BTC, true, 50));
        assertThat(control.rules(intent("alpha", BTC), 49).global()).isNull();
        assertThat(control.rules(intent("alpha", BTC), 50).global().mode()).isEqualTo(TradingMode.HALTED);
        assertThat(control.rules(intent("alpha", BTC), 49).strategy()).isNull();
        assertThat(control.rules(intent("alpha", BTC), 50).strategy().strategyId())
                .isEqualTo("rsi");
    }

    @Test
    void waitsForInstrumentsThatAStrategyTrades() {
        control.put(strategy("s1", 1, BTC, true, 10));
        control.put(strategy("s2", 1, LTC, false, 0));
        assertThat(control.traded("alpha", 9)).isEmpty();
        assertThat(control.traded("alpha", 10)).containsOnlyKeys(BTC).containsEntry(BTC, Long.MAX_VALUE);
        assertThat(control.traded("beta", 10)).isEmpty();
    }

    @Test
    void waitsForADisabledStrategyOnlyUpToItsLastPossibleIntent() {
        control.put(strategy("s1", 1, BTC, true, 0));
        assertThat(control.traded("alpha", 5 * BAR)).containsEntry(BTC, Long.MAX_VALUE);
        control.put(strategy("s1", 2, BTC, false, 10 * BAR));
        assertThat(control.traded("alpha", 5 * BAR)).containsEntry(BTC, 12 * BAR);
        assertThat(control.traded("alpha", 50 * BAR)).containsEntry(BTC, 12 * BAR);
        control.put(strategy("s2", 1, BTC, true, 20 * BAR));
        assertThat(control.traded("alpha", 19 * BAR)).containsEntry(BTC, 12 * BAR);
        assertThat(control.traded("alpha", 20 * BAR)).containsEntry(BTC, Long.MAX_VALUE);
    }

    private static OrderIntent intent(String account, InstrumentId instrument) {
        return new OrderIntent(
                "i", Action.CANCEL, "rsi", 1, account, instrument, 1, 50, Ordering.EVENT_TIME, null, "o", "");
    }

    private static Account account(long version, long from) {
        return new Account("alpha", version, "USD", Money.of("1"), "house", from);
    }

    private static StrategySpec strategy(String id, long version, InstrumentId instrument, boolean enabled, long from) {
        return new StrategySpec(
                id, version, "alpha", instrument, "any", BAR, Quantity.of("1"), new TreeMap<>(), enabled, from);
    }
}
