package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.clock.MarkLog;
import io.millrace.core.execution.OpenOrder;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Units;
import io.millrace.core.money.WideMoney;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.PriceReach;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.Balance;
import io.millrace.core.portfolio.Portfolio;
import io.millrace.core.portfolio.Reach;

/**
 * An intent and everything that is known when it is decided; what several checks ask for is measured once. Quantities
 * beyond a {@code long} stay at its end, amounts are {@link io.millrace.core.money.WideMoney}: what is too large is an
 * objection, not an exception.
 */
final class RiskCase {
    private final OrderIntent intent;
    private final OrderTerms terms;
    private final RiskAccount account;
    private final AccountBook book;
    private final Portfolio portfolio;
    private final Rules rules;
    private final MarkLog marks;
    private final Clock mark;
    private final long decidedAtNanos;
    private final OpenOrder replaced;
    private final ModeInForce mode;
    private final Limits limits;
    private final Money equity;
    private final Reach reach;
    private final long quantity;
    private final boolean reducing;
    private Exposure exposure;

    /**
     * @param account as it stands, with the open orders that were approved before
     * @param marks the upstream clocks of all instruments
     */
    RiskCase(OrderIntent intent, RiskAccount account, Rules rules, MarkLog marks, long decidedAtNanos) {
        this.intent = intent;
        this.account = account;
        this.rules = rules;
        this.marks = marks;
        this.decidedAtNanos = decidedAtNanos;
        var on = intent.instrument();
        terms = intent.action() == Action.SUBMIT || intent.action() == Action.REPLACE ? intent.terms() : null;
        portfolio = account.book().portfolio().at(decidedAtNanos);
        mark = on == null ? null : marks.latest(on, decidedAtNanos);
        replaced = intent.action() == Action.REPLACE ? open(account.book(), intent.cancelOrderId()) : null;
        book = replaced == null || terms == null
                ? account.book()
                : account.book().under(replaced.orderId(), terms, markPrice());
        mode = ModeInForce.of(rules, account, on, decidedAtNanos);
        limits = mode == null ? null : rules.policy().limits(mode.mode());
        equity = portfolio.equity();
        quantity = terms == null ? 0 : left(terms.quantity().units(), replaced);
        reach = on == null ? Reach.NONE : reach(on);
        reducing = terms != null && isReducing(position(), ordered());
    }

    private boolean isReducing(long position, long ordered) {
        boolean opposite = Long.signum(position) == -terms.side().sign();
        // An exit that waits for its entry has nothing to close yet, and trades nothing before.
        boolean waits = replaced != null && ordered == 0;
        return waits || (opposite && ordered <= Units.abs(position));
    }

    private static OpenOrder open(AccountBook book, String orderId) {
        return orderId == null ? null : book.openOrder(orderId);
    }

    private static long left(long quantity, OpenOrder replaced) {
        return replaced == null
                ? quantity
                : Math.max(0, Units.minus(quantity, replaced.filled().units()));
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

    MarkLog marks() {
        return marks;
    }

    /** The instrument's latest upstream clock, null if there was none. */
    Clock mark() {
        return mark;
    }

    long decidedAtNanos() {
        return decidedAtNanos;
    }

    /** It wants an order, or other terms for one. */
    boolean wantsOrder() {
        return intent.action() == Action.SUBMIT || intent.action() == Action.REPLACE;
    }

    /** The terms wanted, null for a cancel or a command and for an intent that lacks them. */
    OrderTerms terms() {
        return terms;
    }

    /** The order whose terms are to be replaced, null if there is none. */
    OpenOrder replaced() {
        return replaced;
    }

    boolean isLimit() {
        return terms != null && terms.type().hasLimit();
    }

    InstrumentId instrumentId() {
        return intent.instrument();
    }

    /** The instrument's rules, null if it is unknown. */
    Instrument instrument() {
        return rules.instrument();
    }

    /** The mode in force, null without a policy. */
    ModeInForce mode() {
        return mode;
    }

    /** The limits in force, null without a policy. */
    Limits limits() {
        return limits;
    }

    /** The safeguards in force, of which none is set without a policy. */
    Safeguards safeguards() {
        return limits == null ? Safeguards.NONE : limits.safeguards();
    }

    /** The account's book, an order that is to be replaced with its new terms: its hold is released. */
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

    /** What the order is paid in. */
    String quoteCurrency() {
        return instrument() == null ? currency() : instrument().quoteCurrency();
    }

    /** Whether the account has anything in another currency than its own. */
    boolean hasCurrencies() {
        return !portfolio.foreign().isEmpty();
    }

    /** The account's sums in the currency that an instrument is quoted in, in its own for an unknown one. */
    Balance balance(Instrument of) {
        var quoted = of == null ? "" : of.quoteCurrency();
        return portfolio.balance(quoted.equals(currency()) ? "" : quoted);
    }

    /** An amount in an instrument's quote currency in the account's; nothing while no rate is known. */
    WideMoney inAccount(WideMoney amount, Instrument of) {
        return balance(of).convert(amount);
    }

    /** What a quantity of the order's instrument is worth at a price, in the account's currency. */
    WideMoney worth(long units, Price price) {
        return inAccount(WideMoney.notional(units, price), instrument());
    }

    /** The unit of quantities: the instrument's base currency. */
    String quantityUnit() {
        return instrument() == null ? "" : instrument().baseCurrency();
    }

    /**
     * The price the order is valued at: the {@link PriceReach#highest highest} that a unit of it may be traded at. Null if
     * unknown.
     */
    Price orderPrice() {
        return terms == null ? markPrice() : PriceReach.highest(terms, markPrice());
    }

    Money equity() {
        return equity;
    }

    /** The position that the order trades in counts of 1e-8, positive if long. */
    long position() {
        return terms == null ? reach.net() : reach.position(terms.side(), terms.reduceOnly());
    }

    /** What the order can still trade: of a replaced order what it has not filled yet; counts of 1e-8. */
    long quantity() {
        return quantity;
    }

    /** This order and the open orders that trade its position from its side, in counts of 1e-8, above zero. */
    long ordered() {
        return reach.ordered(terms.side(), terms.reduceOnly());
    }

    /** What is held of an instrument, and what this order and the open ones can make of it. */
    Reach reach(InstrumentId on) {
        return withOrder(on, book.reach(on), replaced != null);
    }

    /** The same of the order's strategy, from what it holds. */
    Reach reach(InstrumentId on, long held) {
        boolean inBook = replaced != null && replaced.strategyId().equals(intent.strategyId());
        return withOrder(on, book.reach(on, intent.strategyId(), held), inBook);
    }

    /** @param inBook the order replaces one that is counted already, with its new terms */
    private Reach withOrder(InstrumentId on, Reach known, boolean inBook) {
        return terms == null || inBook || !on.equals(intent.instrument())
                ? known
                : known.with(terms.side(), terms.reduceOnly(), quantity);
    }

    /** The position that the order trades once it and all open orders of its side are filled. */
    long positionAfter() {
        return reach.after(terms.side(), terms.reduceOnly());
    }

    /**
     * Whether the order can only bring the position nearer to zero, even if all open orders of its side are filled
     * first.
     */
    boolean isReducing() {
        return reducing;
    }

    /** What the account's positions can become with the order. */
    Exposure exposure() {
        if (exposure == null) {
            exposure = Exposure.of(this);
        }
        return exposure;
    }
}
