package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.ExecutionType;
import io.millrace.core.order.Side;
import java.util.TreeMap;

/** Fills to feed a portfolio with. */
final class Fills {
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");
    static final InstrumentId LTC = InstrumentId.of("LTC-USD.BITSTAMP");

    private Fills() {}

    static ExecutionReport buy(String quantity, String price, String fee) {
        return fill(BTC, Side.BUY, Quantity.of(quantity), Price.of(price), Money.of(fee), 1);
    }

    static ExecutionReport sell(String quantity, String price, String fee) {
        return fill(BTC, Side.SELL, Quantity.of(quantity), Price.of(price), Money.of(fee), 1);
    }

    static ExecutionReport fill(
            InstrumentId instrument, Side side, Quantity quantity, Price price, Money fee, long nanos) {
        return report(ExecutionType.FILLED, instrument, side, quantity, quantity, price, fee, nanos, "o1", 2);
    }

    static ExecutionReport report(
            ExecutionType type,
            InstrumentId instrument,
            Side side,
            Quantity ordered,
            Quantity filled,
            Price price,
            Money fee,
            long nanos,
            String orderId,
            int number) {
        return new ExecutionReport(
                orderId,
                orderId,
                number,
                type,
                "alpha",
                "rsi",
                instrument,
                side,
                ordered,
                filled,
                price,
                filled,
                fee,
                1,
                nanos,
                "");
    }

    /** The report, with the currency of its price and fee. */
    static ExecutionReport in(String currency, ExecutionReport report) {
        return new ExecutionReport(
                report.orderId(),
                report.intentId(),
                report.reportNumber(),
                report.type(),
                report.accountId(),
                report.strategyId(),
                report.instrument(),
                report.side(),
                report.orderQuantity(),
                report.lastQuantity(),
                report.lastPrice(),
                report.cumulativeQuantity(),
                report.fee(),
                report.marketSequence(),
                report.eventTimeNanos(),
                report.reason(),
                report.liquidity(),
                report.limitPrice(),
                report.triggerPrice(),
                currency);
    }

    /** An account in dollars without a deposit. */
    static Account account(Account.Positions positions, Account.Costs costs) {
        return new Account(
                "alpha", 1, "USD", Money.ZERO, "house", 0, Account.Type.MARGIN, positions, costs, new TreeMap<>(), "");
    }
}
