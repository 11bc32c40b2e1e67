package io.millrace.core.portfolio;

import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import java.util.function.Function;

/**
 * The equity that positions bind, in the account's currency.
 *
 * @param initial Σ |position × mark| × the instrument's initial margin
 * @param maintenance the same with the instrument's maintenance margin
 */
public record Margin(Money initial, Money maintenance) {
    public static final Margin NONE = new Margin(Money.ZERO, Money.ZERO);

    /** Of the positions in one currency. One of an instrument that is unknown binds nothing. */
    static Margin of(Portfolio portfolio, Balance balance, Function<InstrumentId, Instrument> instruments) {
        var initial = Money.ZERO;
        var maintenance = Money.ZERO;
        for (var position : portfolio.positions()) {
            if (!position.quantity().isZero() && position.currency().equals(balance.currency())) {
                var instrument = instruments.apply(position.instrument());
                if (instrument != null) {
                    var mark = portfolio.markOf(position.instrument()).price();
                    var value = position.valueAt(mark).abs();
                    initial = initial.plus(value.bps(instrument.initialMarginBps()));
                    maintenance = maintenance.plus(value.bps(instrument.maintenanceMarginBps()));
                }
            }
        }
        return new Margin(balance.convert(initial), balance.convert(maintenance));
    }

    Margin plus(Margin other) {
        return new Margin(initial.plus(other.initial), maintenance.plus(other.maintenance));
    }
}
