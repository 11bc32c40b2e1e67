package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.order.ExecutionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An account's money and positions, exact.
 *
 * <p>Always, to the last digit: cash + Σ position × mark = deposits + realised + unrealised − fees, where unrealised = Σ
 * (position × mark − cost). Immutable; what happens gives the next portfolio. Sums beyond a {@code long} of 1e-8 throw
 * {@link ArithmeticException}; risk limits keep far below.
 *
 * <p>A fill marks its instrument at its own price: it is the latest price the account has seen, so a portfolio needs no
 * other source to value what it holds.
 *
 * @param positions one per instrument ever traded, flat ones too, ascending
 * @param marks one per instrument ever marked, ascending
 * @param dayNanos start of the UTC day that {@code dayStartEquity} belongs to, {@link Long#MIN_VALUE} before the first
 * @param dayStartEquity equity before the first change of that day
 * @param peakEquity highest equity after any deposit, fill or mark; deposits and withdrawals move it along
 */
public record Portfolio(
        String accountId,
        Money deposits,
        Money cash,
        List<Position> positions,
        List<Mark> marks,
        long dayNanos,
        Money dayStartEquity,
        Money peakEquity) {
    private static final long DAY = 86_400_000_000_000L;

    /** An account before its first deposit. */
    public static Portfolio empty(String accountId) {
        return new Portfolio(
                accountId, Money.ZERO, Money.ZERO, List.of(), List.of(), Long.MIN_VALUE, Money.ZERO, Money.ZERO);
    }

    /** After a deposit, or a withdrawal if negative. It is neither profit nor loss. */
    public Portfolio deposit(Money amount, long nanos) {
        var day = at(nanos);
        return new Portfolio(
                accountId,
                deposits.plus(amount),
                cash.plus(amount),
                positions,
                marks,
                day.dayNanos,
                day.dayStartEquity.plus(amount),
                peakEquity.plus(amount));
    }

    /** After a report; only a fill changes anything but the day. */
    public Portfolio apply(ExecutionReport report) {
        var day = at(report.eventTimeNanos());
        if (!report.type().isFill()) {
            return day;
        }
        var notional = report.lastPrice().times(report.lastQuantity());
        var paid = report.side().sign() < 0 ? notional.negate() : notional;
        return new Portfolio(
                        accountId,
                        deposits,
                        cash.minus(paid).minus(report.fee()),
                        with(positions, position(report.instrument()).apply(report), Position::instrument),
                        marks,
                        day.dayNanos,
                        day.dayStartEquity,
                        peakEquity)
                .marked(new Mark(report.instrument(), report.lastPrice(), report.eventTimeNanos()));
    }

    /** After a new price became known at a time; one older than the known price changes nothing but the day. */
    public Portfolio mark(InstrumentId instrument, Price price, long nanos) {
        return at(nanos).marked(new Mark(instrument, price, nanos));
    }

    /** At a time: a new UTC day starts with the equity that the day before ended with. */
    public Portfolio at(long nanos) {
        long day = Math.floorDiv(nanos, DAY) * DAY;
        return day <= dayNanos
                ? this
                : new Portfolio(accountId, deposits, cash, positions, marks, day, equity(), peakEquity);
    }

    /** The position in an instrument, flat if it was never traded. */
    public Position position(InstrumentId instrument) {
        for (var position : positions) {
            if (position.instrument().equals(instrument)) {
                return position;
            }
        }
        return Position.flat(instrument);
    }

    /** The price at which an instrument is valued, null if it never had one. */
    public Mark markOf(InstrumentId instrument) {
        for (var mark : marks) {
            if (mark.instrument().equals(instrument)) {
                return mark;
            }
        }
        return null;
    }

    /** cash + Σ position × mark. */
    public Money equity() {
        return cash.plus(value());
    }

    /** Σ realised profit, before fees. */
    public Money realisedProfit() {
        return sum(Position::realisedProfit);
    }

    /** Σ (position × mark − cost). */
    public Money unrealisedProfit() {
        return value().minus(sum(Position::cost));
    }

    public Money fees() {
        return sum(Position::fees);
    }

    /** What was lost since the day's start, negative if gained. */
    public Money dailyLoss() {
        return dayStartEquity.minus(equity());
    }

    /** What was lost since the peak, zero or above. */
    public Money drawdown() {
        return peakEquity.minus(equity());
    }

    public EquityPoint equityPoint(long nanos) {
        return new EquityPoint(
                accountId, nanos, deposits, cash, realisedProfit(), unrealisedProfit(), fees(), equity());
    }

    /** With an instrument valued at a newer price, on the day the portfolio is at. */
    Portfolio marked(Mark mark) {
        var known = markOf(mark.instrument());
        var next =
                known != null && known.knownNanos() > mark.knownNanos() ? marks : with(marks, mark, Mark::instrument);
        var portfolio = new Portfolio(accountId, deposits, cash, positions, next, dayNanos, dayStartEquity, peakEquity);
        var equity = portfolio.equity();
        return equity.compareTo(peakEquity) <= 0
                ? portfolio
                : new Portfolio(accountId, deposits, cash, positions, next, dayNanos, dayStartEquity, equity);
    }

    private Money value() {
        var value = Money.ZERO;
        for (var position : positions) {
            if (!position.quantity().isZero()) {
                value = value.plus(
                        position.valueAt(markOf(position.instrument()).price()));
            }
        }
        return value;
    }

    private Money sum(Function<Position, Money> part) {
        return positions.stream().map(part).reduce(Money.ZERO, Money::plus);
    }

    /** The list with one entry set, ascending by instrument. */
    private static <T> List<T> with(List<T> entries, T entry, Function<T, InstrumentId> instrument) {
        var next = new ArrayList<T>(entries.size() + 1);
        next.addAll(entries);
        int at = 0;
        while (at < next.size() && instrument.apply(next.get(at)).compareTo(instrument.apply(entry)) < 0) {
            at++;
        }
        if (at < next.size() && instrument.apply(next.get(at)).equals(instrument.apply(entry))) {
            next.set(at, entry);
        } else {
            next.add(at, entry);
        }
        return List.copyOf(next);
    }
}
