package io.millrace.verification.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIds;
import io.millrace.core.order.Side;
import io.millrace.schemas.InMemoryRegistry;
import io.millrace.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountDecisionsTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");

    @Test
    void anAccountTakesTheFillOfAnEntryBeforeThatOfItsExitAtTheSameTime() {
        for (int group = 0; group < 50; group++) {
            var entry = OrderIds.leg("any", group);
            var exit = OrderIds.leg(entry, 1);
            var reports = List.of(fill(exit, entry), fill(entry, entry));

            assertThat(AccountDecisions.reports(history(reports), "alpha"))
                    .extracting(ExecutionReport::orderId)
                    .containsExactly(entry, exit);
        }
    }

    private static History history(List<ExecutionReport> reports) {
        var logged = new ArrayList<Logged<ExecutionReport>>();
        reports.forEach(report -> logged.add(new Logged<>(
                new Place(Topics.EXECUTION_REPORTS.name(), 0, logged.size()), 0, "alpha", Map.of(), report)));
        return History.of(List.of(), new InMemoryRegistry()).with(Topics.EXECUTION_REPORTS, none -> logged);
    }

    private static ExecutionReport fill(String orderId, String intentId) {
        return new ExecutionReport(
                orderId,
                intentId,
                1,
                ExecutionType.FILLED,
                "alpha",
                "manual",
                BTC,
                Side.BUY,
                Quantity.of("1"),
                Quantity.of("1"),
                Price.of("100"),
                Quantity.of("1"),
                Money.ZERO,
                1,
                20,
                "");
    }
}
