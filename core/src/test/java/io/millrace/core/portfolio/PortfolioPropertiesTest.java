package io.millrace.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Money and quantities are conserved to the last digit, whatever happens. */
class PortfolioPropertiesTest {
    /** Something that happens: a fill, a mark, or a deposit. */
    record Happening(int kind, InstrumentId instrument, boolean buys, long price, long quantity, long amount) {}

    @Property(tries = 500)
    void conservesMoneyToTheLastDigit(@ForAll("happenings") List<Happening> happenings) {
        var portfolio = Portfolio.empty("alpha");
        long nanos = 0;
        for (var happening : happenings) {
            portfolio = after(portfolio, happening, nanos += 3_600_000_000_000L);
            var value = Money.ZERO;
            for (var position : portfolio.positions()) {
                value = value.plus(
                        portfolio.markOf(position.instrument()).price().times(position.quantity()));
            }
            assertThat(portfolio.cash().plus(value))
                    .isEqualTo(portfolio.equity())
                    .isEqualTo(portfolio
                            .deposits()
                            .plus(portfolio.realisedProfit())
                            .plus(portfolio.unrealisedProfit())
                            .minus(portfolio.fees()));
            assertThat(portfolio.peakEquity()).isGreaterThanOrEqualTo(portfolio.equity());
        }
    }

    @Property
    void holdsTheSumOfItsFills(@ForAll("happenings") List<Happening> happenings) {
        var portfolio = Portfolio.empty("alpha");
        for (var happening : happenings) {
            portfolio = after(portfolio, happening, 1);
        }
        for (var instrument : List.of(Fills.BTC, Fills.LTC)) {
            var sum = happenings.stream()
                    .filter(happening -> happening.kind < 4 && happening.instrument.equals(instrument))
                    .map(happening -> BigInteger.valueOf(happening.buys ? happening.quantity : -happening.quantity))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(portfolio.position(instrument).quantity().units()).isEqualTo(sum.longValueExact());
        }
    }

    @Property
    void leavesNoCostInAFlatPosition(@ForAll("happenings") List<Happening> happenings) {
        var position = Position.flat(Fills.BTC);
        for (var happening : happenings) {
            position = position.apply(Fills.fill(
                    Fills.BTC,
                    happening.buys ? Side.BUY : Side.SELL,
                    new Quantity(happening.quantity),
                    new Price(happening.price),
                    Money.ZERO,
                    1));
            assertThat(position.quantity().isZero() && position.cost().units() != 0)
                    .isFalse();
            assertThat(Long.signum(position.cost().units())
                            * position.quantity().signum())
                    .isGreaterThanOrEqualTo(0);
        }
        var closed = position.quantity().isZero()
                ? position
                : position.apply(Fills.fill(
                        Fills.BTC,
                        position.quantity().signum() > 0 ? Side.SELL : Side.BUY,
                        position.quantity().abs(),
                        Price.of("7"),
                        Money.ZERO,
                        1));
        assertThat(closed.cost()).isEqualTo(Money.ZERO);
    }

    private static Portfolio after(Portfolio portfolio, Happening happening, long nanos) {
        return switch (happening.kind) {
            case 0, 1, 2, 3 ->
                portfolio.apply(Fills.fill(
                        happening.instrument,
                        happening.buys ? Side.BUY : Side.SELL,
                        new Quantity(happening.quantity),
                        new Price(happening.price),
                        new Money(Math.abs(happening.amount) / 1000),
                        nanos));
            case 4 -> portfolio.mark(happening.instrument, new Price(happening.price), nanos);
            default -> portfolio.deposit(new Money(happening.amount), nanos);
        };
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        var quantity = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 20), Arbitraries.longs().between(1, 1_000_000_000_000L));
        var price = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 300_000_000L),
                Arbitraries.longs().between(1, 100_000_000_000L));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(Fills.BTC, Fills.LTC),
                        Arbitraries.of(true, false),
                        price,
                        quantity,
                        Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L))
                .as(Happening::new)
                .list()
                .ofMaxSize(40);
    }
}
