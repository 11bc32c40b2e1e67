package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.Portfolio;

/**
 * An intent and everything that is known when it is decided; what several checks ask for is measured once. Quantities
 * beyond a {@code long} stay at its end, amounts are {@link WideMoney}: what is too large is an objection, not an
 * exception.
 */
final class RiskCase {
    private final OrderIntent intent;
    private final RiskAccount account;
    private final Portfolio portfolio;
    private final Rules rules;
    private final Clock mark;
    private final long decidedAtNanos;
    private final AccountBook book;
    private final long position;
    private final long ordered;
    private final boolean reducing;
    private final Money equity;
    private final ModeInForce mode;
    private final Limits limits;
    private WideMoney grossExposure;

    /**
     * @param account as it stands, with the open orders that were approved before
     * @param portfolio the account's, at the time of the decision
     * @param mark the instrument's latest upstream clock, null if there was none
     */
    RiskCase(
            OrderIntent intent,
            RiskAccount account,
            Portfolio portfolio,
            Rules rules,
            Clock mark,
            long decidedAtNanos) {
        this.intent = intent;
        this.account = account;
        this.portfolio = portfolio;
        this.rules = rules;
        this.mark = mark;
        this.decidedAtNanos = decidedAtNanos;
        this.book = intent.action() == Action.REPLACE ? account.book().without(intent.cancelOrderId()) : account.book();
        this.mode = ModeInForce.of(rules, account, intent.instrument(), decidedAtNanos);
        this.limits = mode == null ? null : rules.policy().limits(mode.mode());
        this.position = portfolio.position(intent.instrument()).quantity().units();
        this.equity = portfolio.equity();
        this.ordered = terms() == null
                ? 0
                : Units.plus(
                        Exposure.open(this, intent.instrument(), terms().side()),
                        terms().quantity().units());
        this.reducing =
                terms() != null && Long.signum(position) == -terms().side().sign() && ordered <= Units.abs(position);
    }

    OrderIntent intent() {
        return intent;
    }

    RiskAccount account() {
        return account;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    Rules rules() {
        return rules;
    }

    Clock mark() {
        return mark;
    }

    long decidedAtNanos() {
        return decidedAtNanos;
    }

    /** It wants an order, or other terms for one. */
    boolean isSubmit() {
        return intent.action() == Action.SUBMIT || intent.action() == Action.REPLACE;
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
        return limits;
    }

    /** The mode in force, null without a policy. */
    ModeInForce mode() {
        return mode;
    }

    /** The account's book without an order that is to be replaced: its hold is released. */
    AccountBook book() {
        return book;
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

    Money equity() {
        return equity;
    }

    /** The position in counts of 1e-8, positive if long. */
    long position() {
        return position;
    }

    /** This order and the open orders of its side on its instrument, in counts of 1e-8, above zero. */
    long ordered() {
        return ordered;
    }

    /** The position once this order and all open orders of its side are filled. */
    long positionAfter() {
        return terms().side() == Side.BUY ? Units.plus(position, ordered) : Units.minus(position, ordered);
    }

    /**
     * Whether the order can only bring the position nearer to zero, even if all open orders of its side are filled
     * first.
     */
    boolean isReducing() {
        return reducing;
    }

    /** {@link Exposure#gross}. */
    WideMoney grossExposure() {
        if (grossExposure == null) {
            grossExposure = Exposure.gross(this);
        }
        return grossExposure;
    }
}
