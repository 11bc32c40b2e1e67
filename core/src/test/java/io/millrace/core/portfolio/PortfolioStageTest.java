package io.millrace.core.portfolio;

import static io.millrace.core.portfolio.Fills.BTC;
import static io.millrace.core.portfolio.Fills.LTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One portfolio task: whose books a clock concerns, and what cannot be counted. */
class PortfolioStageTest implements AccountControl, PortfolioOutput {
    private final SortedMap<InstrumentId, Long> traded = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final PortfolioStage stage = new PortfolioStage(0, new InMemoryPortfolioStore(), this, this);

    @Test
    void anAmountBeyondWhatCanBeCountedConcernsOneReportOfOneAccount() {
        approve("alpha", BTC);
        approve("beta", BTC);
        fill("alpha", BTC, 20, "90000000000");
        fill("beta", BTC, 20, "100");
        clocks(BTC, 20);
        assertThat(told).containsExactly("refused alpha", "beta 10", "equity beta", "equity beta");
    }

    @Test
    void aClockConcernsOnlyTheAccountsThatWaitForItOrFollowItsInstrument() {
        approve("alpha", BTC);
        approve("beta", LTC);
        fill("alpha", BTC, 20, "100");
        fill("beta", LTC, 20, "100");
        asked.clear();
        clocks(LTC, 20);
        assertThat(asked).isNotEmpty().containsOnly("beta");
        assertThat(told).containsExactly("beta 10", "equity beta", "equity beta");
    }

    @Test
    void anAccountDoesNotWaitForAnInstrumentThatItIsNoLongerTradedOn() {
        traded.put(LTC, Long.MAX_VALUE);
        approve("alpha", BTC);
        fill("alpha", BTC, 20, "100");
        clocks(BTC, 20);
        assertThat(told).isEmpty();
        traded.clear();
        stage.controlChanged();
        assertThat(told).containsExactly("alpha 10", "equity alpha", "equity alpha");
    }

    private void approve(String account, InstrumentId instrument) {
        var terms = OrderTerms.market(Side.BUY, Quantity.of("10"));
        stage.approved(new ApprovedOrder(
                account,
                account,
                Action.SUBMIT,
                account,
                OrderIntent.MANUAL,
                instrument,
                terms,
                Ordering.EVENT_TIME,
                10));
    }

    private void fill(String account, InstrumentId instrument, long nanos, String price) {
        var ten = Quantity.of("10");
        stage.report(new ExecutionReport(
                account,
                account,
                1,
                ExecutionType.FILLED,
                account,
                OrderIntent.MANUAL,
                instrument,
                Side.BUY,
                ten,
                ten,
                Price.of(price),
                ten,
                Money.ZERO,
                1,
                nanos,
                ""));
    }

    private void clocks(InstrumentId instrument, long nanos) {
        stage.riskClock(Clock.of(instrument, nanos));
        stage.venueClock(Clock.of(instrument, nanos));
    }

    @Override
    public Account account(String accountId, long nanos) {
        return null;
    }

    @Override
    public Instrument instrument(InstrumentId instrument, long nanos) {
        return null;
    }

    @Override
    public SortedMap<InstrumentId, Long> traded(String accountId, long nanos) {
        asked.add(accountId);
        return traded;
    }

    @Override
    public void position(AccountPosition position) {
        told.add(position.accountId() + " " + position.position().quantity());
    }

    @Override
    public void equity(EquityPoint point) {
        told.add("equity " + point.accountId());
    }

    @Override
    public void clock(Clock clock) {}

    @Override
    public void unvalued(String accountId, Clock mark, String reason) {
        told.add("unvalued " + accountId);
    }

    @Override
    public void refused(ExecutionReport report, String reason) {
        told.add("refused " + report.accountId());
    }
}
