package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.Portfolio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An intent and everything that is known when it is decided. Amounts are {@link BigDecimal} so that nothing overflows:
 * an amount too large is an objection, not an exception.
 *
 * @param account as it stands, with the open orders that were approved before
 * @param portfolio the account's, at the time of the decision
 * @param mark the instrument's latest upstream clock, null if there was none
 */
record RiskCase(
        OrderIntent intent, RiskAccount account, Portfolio portfolio, Rules rules, Clock mark, long decidedAtNanos) {
    static final int SCALE = 8;

    boolean isSubmit() {
        return intent.action() == Action.SUBMIT;
    }

    /** The order's terms, null for a cancel and for an intent that lacks them. */
    OrderTerms terms() {
        return isSubmit() ? intent.terms() : null;
    }

    boolean isLimit() {
        return terms() != null && terms().type() == OrderType.LIMIT;
    }

    InstrumentId instrumentId() {
        return intent.instrument();
    }

    /** The instrument's rules, null if it is unknown. */
    Instrument instrument() {
        return rules.instrument();
    }

    /** The limits in force, null without a policy. */
    Limits limits() {
        return rules.policy() == null ? null : rules.policy().limits();
    }

    AccountBook book() {
        return account.book();
    }

    /** The instrument's price, null if none is known. */
    Price markPrice() {
        return mark == null ? null : mark.mark();
    }

    String currency() {
        return rules.account() == null ? "" : rules.account().currency();
    }

    /** The unit of quantities: the instrument's base currency. */
    String quantityUnit() {
        return instrument() == null ? "" : instrument().baseCurrency();
    }

    /**
     * The price the order is valued at: the mark; for a limit order to buy its limit if there is one, since it may cost
     * as much; to sell the higher of both. Null if unknown.
     */
    Price orderPrice() {
        if (!isLimit() || terms().limitPrice() == null) {
            return markPrice();
        }
        var limit = terms().limitPrice();
        return terms().side() == Side.BUY || markPrice() == null || limit.compareTo(markPrice()) > 0
                ? limit
                : markPrice();
    }

    /** The position, positive if long. */
    BigDecimal position() {
        return decimal(portfolio.position(instrumentId()).quantity());
    }

    /** What is still to be filled of the account's open orders of a side on an instrument, above zero. */
    BigDecimal open(InstrumentId on, Side side) {
        var open = BigDecimal.ZERO;
        for (var order : book().openOrders()) {
            if (order.side() == side && order.instrument().equals(on)) {
                open = open.add(decimal(order.remaining()));
            }
        }
        return open;
    }

    /** This order and the open orders of its side on its instrument, above zero. */
    BigDecimal orderedOnSide() {
        return open(instrumentId(), terms().side()).add(decimal(terms().quantity()));
    }

    /** The position once this order and all open orders of its side are filled. */
    BigDecimal positionAfter() {
        return position()
                .add(orderedOnSide().multiply(BigDecimal.valueOf(terms().side().sign())));
    }

    /**
     * Whether the order can only bring the position nearer to zero, even if all open orders of its side are filled
     * first.
     */
    boolean isReducing() {
        return terms() != null
                && position().signum() == -terms().side().sign()
                && orderedOnSide().compareTo(position().abs()) <= 0;
    }

    static BigDecimal decimal(Quantity quantity) {
        return BigDecimal.valueOf(quantity.units(), SCALE);
    }

    static BigDecimal decimal(Money money) {
        return BigDecimal.valueOf(money.units(), SCALE);
    }

    /** |quantity| × price, rounded half-even to 1e-8. */
    static BigDecimal notional(BigDecimal quantity, Price price) {
        return quantity.abs()
                .multiply(BigDecimal.valueOf(price.units(), SCALE))
                .setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
