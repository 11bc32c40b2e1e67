package io.millrace.core.risk;

import io.millrace.core.clock.Clock;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.sizing.SizingKind;
import io.millrace.core.sizing.Stakes;

/**
 * Makes the quantity of an intent that says how it is sized, before any check sees it: the decision shows the intent with
 * the quantity made. Where nothing comes out the quantity is zero, and {@link MinQuantity} objects.
 */
final class SizedIntent {
    private SizedIntent() {}

    /** The intent with the quantity to be decided upon: itself where the quantity stands. */
    static OrderIntent of(OrderIntent intent, RiskAccount account, Rules rules, Clock mark) {
        var instrument = rules.instrument();
        boolean sized = intent.sizing() != null && intent.action() == Action.SUBMIT && intent.terms() != null;
        if (!sized || instrument == null || !instrument.lotSize().isPositive()) {
            return intent;
        }
        var held = held(intent, account);
        var portfolio = account.book().portfolio();
        boolean comparable =
                rules.account() != null && rules.account().currency().equals(instrument.quoteCurrency());
        var stakes = new Stakes(
                comparable ? portfolio.equity() : null,
                mark == null ? null : mark.mark(),
                held,
                instrument.lotSize(),
                intent.sizing().kind() == SizingKind.CLOSE
                        ? held
                        : intent.terms().quantity());
        return intent.withTerms(intent.terms().withQuantity(intent.sizing().quantity(stakes)));
    }

    /** What the strategy holds on the other side than the order's, and the account still does. */
    private static Quantity held(OrderIntent intent, RiskAccount account) {
        int side = intent.terms().side().opposite().sign();
        long strategys = account.track().held(intent.strategyId(), intent.instrument());
        long accounts = account.book()
                .portfolio()
                .position(intent.instrument())
                .quantity()
                .units();
        return new Quantity(Math.max(0, Math.min(side * strategys, side * accounts)));
    }
}
