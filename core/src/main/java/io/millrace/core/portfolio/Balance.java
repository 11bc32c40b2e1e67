package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.WideMoney;
import java.util.List;
import java.util.function.Function;

/**
 * An account's sums in one currency, exact: cash = deposits + realised profit − fees + funding − cost.
 *
 * @param currency empty for the account's own
 * @param deposits less withdrawals
 * @param realisedProfit Σ over its positions, before fees
 * @param fees Σ over its positions
 * @param funding received less paid, Σ over its positions
 * @param cost Σ over its positions
 * @param value Σ position × mark, each rounded half-even to 1e-8
 * @param rate turns it into the account's currency; null for the account's own, and for one without conversion
 */
public record Balance(
        String currency,
        Money deposits,
        Money cash,
        Money realisedProfit,
        Money fees,
        Money funding,
        Money cost,
        Money value,
        Rate rate) {

    static Balance empty(String currency) {
        return of(currency, Money.ZERO, Money.ZERO, null);
    }

    /** Without anything of positions. */
    public static Balance of(String currency, Money deposits, Money cash, Rate rate) {
        return new Balance(currency, deposits, cash, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, rate);
    }

    /** With the sums of positions. */
    Balance with(List<Position> positions, Function<Position, Money> worth) {
        return new Balance(
                currency,
                deposits,
                cash,
                sum(positions, Position::realisedProfit),
                sum(positions, Position::fees),
                sum(positions, Position::funding),
                sum(positions, Position::cost),
                sum(positions, worth),
                rate);
    }

    private Money sum(List<Position> positions, Function<Position, Money> part) {
        return positions.stream()
                .filter(position -> position.currency().equals(currency))
                .map(part)
                .reduce(Money.ZERO, Money::plus);
    }

    /** cash + Σ position × mark. */
    public Money worth() {
        return cash.plus(value);
    }

    /** Σ (position × mark − cost). */
    public Money unrealisedProfit() {
        return value.minus(cost);
    }

    /** An amount of this currency in the account's; nothing while no rate is known. */
    public Money convert(Money amount) {
        return currency.isEmpty() ? amount : rate == null ? Money.ZERO : rate.convert(amount);
    }

    /** The same of an amount of any size. */
    public WideMoney convert(WideMoney amount) {
        return currency.isEmpty() ? amount : rate == null ? WideMoney.ZERO : rate.convert(amount);
    }

    /** Whether its amounts can be turned into the account's currency. */
    public boolean isConvertible() {
        return currency.isEmpty() || (rate != null && rate.price() != null);
    }

    boolean isRatedBy(InstrumentId instrument) {
        return rate != null && rate.instrument().equals(instrument);
    }

    Balance deposited(Money amount) {
        return new Balance(
                currency, deposits.plus(amount), cash.plus(amount), realisedProfit, fees, funding, cost, value, rate);
    }

    /** A trade of a position was paid, and with it the worth of what is held changed. */
    Balance traded(Position before, Position after, Trade trade, Money worth) {
        return new Balance(
                currency,
                deposits,
                cash.minus(trade.notional()).minus(trade.fee()),
                realisedProfit.plus(after.realisedProfit().minus(before.realisedProfit())),
                fees.plus(trade.fee()),
                funding,
                cost.plus(after.cost().minus(before.cost())),
                value.plus(worth),
                rate);
    }

    Balance funded(Money received) {
        return new Balance(
                currency,
                deposits,
                cash.plus(received),
                realisedProfit,
                fees,
                funding.plus(received),
                cost,
                value,
                rate);
    }

    Balance valued(Money next) {
        return new Balance(currency, deposits, cash, realisedProfit, fees, funding, cost, next, rate);
    }

    Balance rated(Rate next) {
        return new Balance(currency, deposits, cash, realisedProfit, fees, funding, cost, value, next);
    }
}
