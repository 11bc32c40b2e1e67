package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.Instrument;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.portfolio.Account;
import io.millrace.core.portfolio.Portfolio;
import io.millrace.core.sizing.SizingKind;
import io.millrace.core.sizing.Stakes;

/**
 * Makes the quantity of an intent that says how it is sized, before any check sees it: the decision shows the intent with
 * the quantity made. Where nothing comes out the quantity is zero, and {@link MinQuantity} objects.
 */
final class SizedIntent {
    private static final Money ONE = Money.of("1");

    private SizedIntent() {}

    /** The intent with the quantity to be decided upon: itself where the quantity stands. */
    static OrderIntent of(OrderIntent intent, RiskAccount account, Rules rules, Clock mark) {
        var instrument = rules.instrument();
        boolean sized = intent.sizing() != null && intent.action() == Action.SUBMIT && intent.terms() != null;
        if (!sized || instrument == null || !instrument.lotSize().isPositive()) {
            return intent;
        }
        var portfolio = account.book().portfolio();
        var held = held(intent, account, portfolio);
        var stakes = new Stakes(
                rules.account() == null ? null : equity(portfolio, rules.account(), instrument),
                mark == null ? null : mark.mark(),
                held,
                instrument.lotSize(),
                intent.sizing().kind() == SizingKind.CLOSE
                        ? held
                        : intent.terms().quantity());
        return intent.withTerms(intent.terms().withQuantity(intent.sizing().quantity(stakes)));
    }

    /** In the instrument's quote currency, rounded down; null while no rate is known. */
    private static Money equity(Portfolio portfolio, Account account, Instrument instrument) {
        var equity = portfolio.equity();
        var quote = instrument.quoteCurrency();
        if (equity.isNegative() || quote.equals(account.currency())) {
            return equity;
        }
        var worthOfOne = new Price(portfolio.balance(quote).convert(ONE).units());
        return worthOfOne.isPositive() ? new Money(equity.buysAt(worthOfOne).units()) : null;
    }

    /** What the strategy holds on the other side than the order's, and the account still does. */
    private static Quantity held(OrderIntent intent, RiskAccount account, Portfolio portfolio) {
        var side = intent.terms().side();
        int sign = side.opposite().sign();
        long strategys = account.track().held(intent.strategyId(), intent.instrument());
        long accounts =
                portfolio.position(intent.instrument(), side, true).quantity().units();
        return new Quantity(Math.max(0, Math.min(sign * strategys, sign * accounts)));
    }
}
