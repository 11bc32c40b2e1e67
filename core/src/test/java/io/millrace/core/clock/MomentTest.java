package io.millrace.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.Side;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");

    /** Two prints of one nanosecond can fill an entry and its exit: the exit closes what the entry opened. */
    @Test
    void takesTheReportsOnAnEntryBeforeThoseOnItsExitsOfTheSameTime() {
        for (int group = 0; group < 50; group++) {
            var entry = OrderIds.leg("any", group);
            for (int leg = 1; leg < 4; leg++) {
                var exit = Moment.of(report(OrderIds.leg(entry, leg), entry, 1));
                assertThat(Moment.of(report(entry, entry, 2))).isLessThan(exit);
            }
        }
    }

    @Test
    void takesTheReportsOnAnOrderInTheirNumbers() {
        var exit = OrderIds.leg("g", 1);
        assertThat(Moment.of(report(exit, "g", 2))).isLessThan(Moment.of(report(exit, "g", 10)));
    }

    private static ExecutionReport report(String orderId, String intentId, int number) {
        return new ExecutionReport(
                orderId,
                intentId,
                number,
                ExecutionType.FILLED,
                "alpha",
                "rsi",
                BTC,
                Side.BUY,
                Quantity.of("1"),
                Quantity.of("1"),
                Price.of("100"),
                Quantity.of("1"),
                Money.ZERO,
                1,
                20,
                "",
                null,
                null,
                null,
                "USD");
    }
}
