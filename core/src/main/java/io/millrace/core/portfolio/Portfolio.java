package io.millrace.core.portfolio;

import io.millrace.core.market.Funding;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account.Positions;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An account's money and positions, exact.
 *
 * <p>Always, to the last digit, in each currency and in total: cash + Σ position × mark = deposits + realised +
 * unrealised − fees + funding, where unrealised = Σ (position × mark − cost). The total is in the account's currency:
 * its parts are sums of each currency's at the latest conversion marks, each rounded half-even to 1e-8, and unrealised
 * profit takes what rounding leaves. Immutable; what happens gives the next portfolio. Sums beyond a {@code long} of 1e-8
 * throw {@link ArithmeticException}; risk limits keep far below.
 *
 * <p>A fill marks its instrument at its own price: it is the latest price the account has seen, so a portfolio needs no
 * other source to value what it holds.
 *
 * @param own the sums in the account's own currency
 * @param foreign the sums in other currencies, ascending
 * @param positions one per instrument ever traded, in a hedging account one per side, flat ones too, ascending
 * @param marks one per instrument ever marked, ascending
 * @param dayNanos start of the UTC day that {@code dayStartEquity} belongs to, {@link Long#MIN_VALUE} before the first
 * @param dayStartEquity equity before the first change of that day
 * @param peakEquity highest equity after any deposit, fill or mark; deposits and withdrawals move it along
 */
public record Portfolio(
        String accountId,
        Basis basis,
        Balance own,
        List<Balance> foreign,
        List<Position> positions,
        List<Mark> marks,
        long dayNanos,
        Money dayStartEquity,
        Money peakEquity) {
    private static final long DAY = 86_400_000_000_000L;

    /** An account before its first deposit. */
    public static Portfolio empty(String accountId) {
        return new Portfolio(
                accountId,
                Basis.UNKNOWN,
                Balance.empty(""),
                List.of(),
                List.of(),
                List.of(),
                Long.MIN_VALUE,
                Money.ZERO,
                Money.ZERO);
    }

    /**
     * A portfolio as it was, its sums made anew from its positions.
     *
     * @param own without anything of positions, as {@code foreign}
     */
    public static Portfolio restored(
            String accountId,
            Basis basis,
            Balance own,
            List<Balance> foreign,
            List<Position> positions,
            List<Mark> marks,
            long dayNanos,
            Money dayStartEquity,
            Money peakEquity) {
        Function<Position, Money> worth = position -> position.quantity().isZero()
                ? Money.ZERO
                : position.valueAt(marks.get(Holdings.indexOf(marks, position.instrument(), -1))
                        .price());
        return new Portfolio(
                accountId,
                basis,
                own.with(positions, worth),
                foreign.stream().map(balance -> balance.with(positions, worth)).toList(),
                positions,
                marks,
                dayNanos,
                dayStartEquity,
                peakEquity);
    }

    /** Kept as an account says; what was fixed before stays ({@link Basis}). */
    public Portfolio under(Account account) {
        boolean holds =
                positions.stream().anyMatch(position -> !position.quantity().isZero());
        var next = basis.of(account, holds);
        return next.equals(basis)
                ? this
                : new Portfolio(accountId, next, own, foreign, positions, marks, dayNanos, dayStartEquity, peakEquity);
    }

    /** After a deposit in the account's currency, or a withdrawal if negative. It is neither profit nor loss. */
    public Portfolio deposit(Money amount, long nanos) {
        return deposit("", amount, nanos);
    }

    /** After a deposit in a currency, or a withdrawal if negative. It is neither profit nor loss. */
    public Portfolio deposit(String currency, Money amount, long nanos) {
        var day = at(nanos);
        return day.withoutProfit(day.with(day.balance(basis.named(currency)).deposited(amount)));
    }

    /**
     * Amounts of a currency are converted at an instrument's marks from now on. The first rate of what is there already
     * is neither profit nor loss.
     *
     * @param inverse the instrument is quoted in that currency, rather than in the account's
     */
    public Portfolio converting(String currency, InstrumentId instrument, boolean inverse) {
        var balance = balance(basis.named(currency));
        var known = balance.rate();
        if (balance.currency().isEmpty()
                || (known != null && known.instrument().equals(instrument) && known.inverse() == inverse)) {
            return this;
        }
        var mark = markOf(instrument);
        return withoutProfit(with(balance.rated(new Rate(instrument, inverse, mark == null ? null : mark.price()))));
    }

    /** After a report of an order that may open; only a fill changes anything but the day. */
    public Portfolio apply(ExecutionReport report) {
        return apply(report, false);
    }

    /**
     * After a report; only a fill changes anything but the day.
     *
     * @param reduces its order may only reduce: in a hedging account it closes the position of the opposite side, and
     *     what it fills beyond that opens its own
     */
    public Portfolio apply(ExecutionReport report, boolean reduces) {
        var day = at(report.eventTimeNanos());
        if (!report.type().isFill()) {
            return day;
        }
        int sign = report.side().sign();
        var quantity = sign < 0 ? report.lastQuantity().negate() : report.lastQuantity();
        var trade = new Trade(
                quantity,
                report.lastPrice().times(quantity),
                report.lastPrice(),
                report.fee(),
                report.eventTimeNanos());
        return day.traded(report, trade, reduces);
    }

    /** After a new price became known at a time; one older than the known price changes nothing but the day. */
    public Portfolio mark(InstrumentId instrument, Price price, long nanos) {
        return at(nanos).marked(new Mark(instrument, price, nanos));
    }

    /**
     * After a funding time: every position in the instrument pays its value × rate, or receives it where that is
     * negative; both rounded half-even to 1e-8.
     */
    public Portfolio fund(InstrumentId instrument, Funding rate, long nanos) {
        var next = at(nanos);
        var mark = markOf(instrument);
        for (int i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            if (!position.quantity().isZero() && position.instrument().equals(instrument)) {
                var received = rate.of(position.valueAt(mark.price())).negate();
                next = next.with(
                        Holdings.with(next.positions, i, position.funded(received)),
                        next.balance(position.currency()).funded(received));
            }
        }
        return next.peaked();
    }

    /** At a time: a new UTC day starts with the equity that the day before ended with. */
    public Portfolio at(long nanos) {
        if (nanos - DAY < dayNanos) {
            return this;
        }
        long day = Math.floorDiv(nanos, DAY) * DAY;
        return day <= dayNanos
                ? this
                : new Portfolio(accountId, basis, own, foreign, positions, marks, day, equity(), peakEquity);
    }

    /** The netting position in an instrument, flat if it was never traded. */
    public Position position(InstrumentId instrument) {
        return position(instrument, PositionSide.NET);
    }

    /** The position of a side in an instrument, flat if it was never traded. */
    public Position position(InstrumentId instrument, PositionSide side) {
        int at = Holdings.indexOf(positions, instrument, side);
        return at < 0 ? Position.flat(instrument, side, "") : positions.get(at);
    }

    /** The position that an order of a side opens or adds to, or closes if it may only reduce. */
    public Position position(InstrumentId instrument, Side side, boolean reduces) {
        return position(
                instrument,
                basis.positions() == Positions.NETTING
                        ? PositionSide.NET
                        : reduces ? PositionSide.closed(side) : PositionSide.opened(side));
    }

    /** The sum of an instrument's positions: long less short. */
    public Quantity netQuantity(InstrumentId instrument) {
        var net = Quantity.ZERO;
        for (var position : positions) {
            net = position.instrument().equals(instrument) ? net.plus(position.quantity()) : net;
        }
        return net;
    }

    /** Whether something of an instrument is held, long or short. */
    public boolean holds(InstrumentId instrument) {
        for (var position : positions) {
            if (!position.quantity().isZero() && position.instrument().equals(instrument)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an instrument's mark counts for what the account is worth. */
    public boolean isValuedBy(InstrumentId instrument) {
        if (holds(instrument)) {
            return true;
        }
        for (var balance : foreign) {
            if (balance.isRatedBy(instrument) && balance.worth().units() != 0) {
                return true;
            }
        }
        return false;
    }

    /** The price at which an instrument is valued, null if it never had one. */
    public Mark markOf(InstrumentId instrument) {
        int at = Holdings.indexOf(marks, instrument, -1);
        return at < 0 ? null : marks.get(at);
    }

    /** The sums in a currency as books name it, empty for the account's own; all zero if there is nothing of it. */
    public Balance balance(String currency) {
        if (currency.isEmpty()) {
            return own;
        }
        for (var balance : foreign) {
            if (balance.currency().equals(currency)) {
                return balance;
            }
        }
        return Balance.empty(currency);
    }

    /** cash + Σ position × mark. */
    public Money equity() {
        return total(Balance::worth);
    }

    public Money deposits() {
        return total(Balance::deposits);
    }

    public Money cash() {
        return total(Balance::cash);
    }

    /** Σ realised profit, before fees. */
    public Money realisedProfit() {
        return total(Balance::realisedProfit);
    }

    /** Σ (position × mark − cost), and what rounding other currencies left. */
    public Money unrealisedProfit() {
        return foreign.isEmpty()
                ? own.unrealisedProfit()
                : equity().minus(deposits())
                        .minus(realisedProfit())
                        .plus(fees())
                        .minus(funding());
    }

    public Money fees() {
        return total(Balance::fees);
    }

    /** Received less paid for holding positions. */
    public Money funding() {
        return total(Balance::funding);
    }

    /** What was lost since the day's start, negative if gained. */
    public Money dailyLoss() {
        return dayStartEquity.minus(equity());
    }

    /** What was lost since the peak, zero or above. */
    public Money drawdown() {
        return peakEquity.minus(equity());
    }

    /** An amount per currency, summed in the account's own. */
    public Money total(Function<Balance, Money> part) {
        var sum = part.apply(own);
        for (int i = 0; i < foreign.size(); i++) {
            var balance = foreign.get(i);
            sum = sum.plus(balance.convert(part.apply(balance)));
        }
        return sum;
    }

    /** The equity that positions bind, as the instruments say; each position's rounded half-even to 1e-8. */
    public Margin margin(Function<InstrumentId, Instrument> instruments) {
        var sum = Margin.of(this, own, instruments);
        for (var balance : foreign) {
            sum = sum.plus(Margin.of(this, balance, instruments));
        }
        return sum;
    }

    /** What positions leave free, before what open orders hold: a cash account's cash, else equity − initial margin. */
    public Money freeBalance(Margin margin) {
        return basis.type() == Account.Type.CASH ? cash() : equity().minus(margin.initial());
    }

    public EquityPoint equityPoint(long nanos, Margin margin) {
        return new EquityPoint(
                accountId,
                nanos,
                deposits(),
                cash(),
                realisedProfit(),
                unrealisedProfit(),
                fees(),
                equity(),
                basis.currency(),
                funding(),
                peakEquity,
                margin.initial(),
                margin.maintenance(),
                freeBalance(margin),
                Stream.concat(Stream.of(own), foreign.stream())
                        .map(balance -> CurrencyBalance.of(balance, basis.named(balance)))
                        .toList());
    }

    /** With an instrument valued at a newer price, on the day the portfolio is at. */
    Portfolio marked(Mark mark) {
        int at = Holdings.indexOf(marks, mark.instrument(), -1);
        return revalued(mark.instrument(), worthOf(mark.instrument(), at), at, mark);
    }

    /** What an instrument's positions count for at the mark at a place, nothing while it has none. */
    private Money worthOf(InstrumentId instrument, int at) {
        return at < 0 ? Money.ZERO : Holdings.valueOf(positions, instrument, marks.get(at));
    }

    /** The one position of a netting account, in one go: this is what every fill costs. */
    private Portfolio netted(ExecutionReport report, Trade trade) {
        var instrument = report.instrument();
        int at = Holdings.indexOf(positions, instrument, PositionSide.NET);
        int markAt = Holdings.indexOf(marks, instrument, at);
        var before = at < 0
                ? Position.flat(instrument, PositionSide.NET, basis.named(report.currency()))
                : positions.get(at);
        var known = markAt < 0 ? null : marks.get(markAt);
        boolean older = known != null && known.knownNanos() > trade.nanos();
        var mark = older ? known : new Mark(before.instrument(), trade.price(), trade.nanos());
        var after = before.apply(trade, basis.costs());
        var worth = before.quantity().isZero() ? Money.ZERO : before.valueAt(known.price());
        var balance = balance(before.currency())
                .traded(before, after, trade, after.valueAt(mark.price()).minus(worth));
        boolean isOwn = balance.currency().isEmpty();
        var nextForeign = isOwn ? foreign : Holdings.with(foreign, balance);
        var nextOwn = isOwn ? balance : own;
        var next = new Portfolio(
                accountId,
                basis,
                nextOwn,
                nextForeign,
                Holdings.with(positions, at, after),
                older ? marks : Holdings.with(marks, markAt, mark),
                dayNanos,
                dayStartEquity,
                nextForeign.isEmpty() ? peakEquity.max(nextOwn.worth()) : peakEquity);
        return nextForeign.isEmpty() ? next : next.rated(mark).peaked();
    }

    private Portfolio traded(ExecutionReport report, Trade trade, boolean reduces) {
        if (basis.positions() == Positions.NETTING) {
            return netted(report, trade);
        }
        var instrument = report.instrument();
        int at = Holdings.indexOf(marks, instrument, -1);
        var worth = worthOf(instrument, at);
        var mark = new Mark(instrument, trade.price(), trade.nanos());
        return hedged(report, trade, reduces, currencyOf(report)).revalued(instrument, worth, at, mark);
    }

    private Portfolio hedged(ExecutionReport report, Trade trade, boolean reduces, String currency) {
        var instrument = report.instrument();
        var opened = PositionSide.opened(report.side());
        var closed = PositionSide.closed(report.side());
        var held = position(instrument, closed).quantity();
        if (!reduces || held.isZero()) {
            return traded(instrument, opened, currency, trade);
        }
        var closing = trade.upTo(held);
        var opening = trade.beyond(closing);
        var next = traded(instrument, closed, currency, closing);
        return opening.quantity().isZero() ? next : next.traded(instrument, opened, currency, opening);
    }

    private Portfolio traded(InstrumentId instrument, PositionSide side, String currency, Trade trade) {
        int at = Holdings.indexOf(positions, instrument, side);
        var before = at < 0 ? Position.flat(instrument, side, currency) : positions.get(at);
        var after = before.apply(trade, basis.costs());
        return with(Holdings.with(positions, at, after), balance(currency).traded(before, after, trade, Money.ZERO));
    }

    /** The currency of an instrument's first fill stays that of its positions. */
    private String currencyOf(ExecutionReport report) {
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i).instrument().equals(report.instrument())) {
                return positions.get(i).currency();
            }
        }
        return basis.named(report.currency());
    }

    /**
     * With a mark, if it is not older than the known one, and an instrument's positions valued at the later of them.
     *
     * @param worth what the positions counted for until now
     * @param at the place of the known mark, negative if there is none
     */
    private Portfolio revalued(InstrumentId instrument, Money worth, int at, Mark mark) {
        boolean older = at >= 0 && marks.get(at).knownNanos() > mark.knownNanos();
        var latest = older ? marks.get(at) : mark;
        var change = Holdings.valueOf(positions, instrument, latest).minus(worth);
        var next = change.units() == 0 ? this : with(valued(instrument, change));
        if (older) {
            return next.peaked();
        }
        var marked = new Portfolio(
                accountId,
                basis,
                next.own,
                next.foreign,
                positions,
                Holdings.with(marks, at, mark),
                dayNanos,
                dayStartEquity,
                peakEquity);
        return (foreign.isEmpty() ? marked : marked.rated(mark)).peaked();
    }

    private Balance valued(InstrumentId instrument, Money change) {
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i).instrument().equals(instrument)) {
                var balance = balance(positions.get(i).currency());
                return balance.valued(balance.value().plus(change));
            }
        }
        throw new IllegalStateException("what changed in value is held");
    }

    /** With the rates that an instrument's mark is. */
    private Portfolio rated(Mark mark) {
        var next = this;
        for (var balance : foreign) {
            if (balance.isRatedBy(mark.instrument()) && mark.price().isPositive()) {
                var rated = next.with(balance.rated(balance.rate().at(mark.price())));
                next = balance.isConvertible() ? rated : next.withoutProfit(rated);
            }
        }
        return next;
    }

    /** The next portfolio, its change of equity counted as neither profit nor loss. */
    private Portfolio withoutProfit(Portfolio next) {
        var change = next.equity().minus(equity());
        return new Portfolio(
                accountId,
                basis,
                next.own,
                next.foreign,
                positions,
                marks,
                dayNanos,
                dayStartEquity.plus(change),
                peakEquity.plus(change));
    }

    private Portfolio peaked() {
        var equity = equity();
        return equity.compareTo(peakEquity) <= 0
                ? this
                : new Portfolio(accountId, basis, own, foreign, positions, marks, dayNanos, dayStartEquity, equity);
    }

    private Portfolio with(Balance balance) {
        return with(positions, balance);
    }

    private Portfolio with(List<Position> nextPositions, Balance balance) {
        boolean isOwn = balance.currency().isEmpty();
        return new Portfolio(
                accountId,
                basis,
                isOwn ? balance : own,
                isOwn ? foreign : Holdings.with(foreign, balance),
                nextPositions,
                marks,
                dayNanos,
                dayStartEquity,
                peakEquity);
    }
}
