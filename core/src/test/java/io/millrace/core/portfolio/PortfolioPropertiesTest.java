package io.millrace.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account.Costs;
import io.millrace.core.portfolio.Account.Positions;
import io.millrace.core.portfolio.PortfolioHistory.Event;
import io.millrace.core.portfolio.PortfolioHistory.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Money and quantities are conserved to the last digit, whatever happens, at every event of any history. */
class PortfolioPropertiesTest {
    private static final long HOUR = 3_600_000_000_000L;

    @Property(tries = 400)
    void conservesMoneyToTheLastDigitInEveryCurrency(
            @ForAll("events") List<Event> events, @ForAll Positions positions, @ForAll Costs costs) {
        replay(events, positions, costs, (event, portfolio) -> {
            var balances = portfolio.equityPoint(1, Margin.NONE).balances();
            assertThat(balances).allSatisfy(balance -> assertThat(balance.cash().plus(balance.value()))
                    .isEqualTo(balance.deposits()
                            .plus(balance.realisedProfit())
                            .plus(balance.unrealisedProfit())
                            .minus(balance.fees())
                            .plus(balance.funding())));
            assertThat(portfolio.equity())
                    .isEqualTo(portfolio
                            .deposits()
                            .plus(portfolio.realisedProfit())
                            .plus(portfolio.unrealisedProfit())
                            .minus(portfolio.fees())
                            .plus(portfolio.funding()));
            assertThat(portfolio.peakEquity()).isGreaterThanOrEqualTo(portfolio.equity());
        });
    }

    @Property(tries = 400)
    void sumsAreThoseOfThePositions(
            @ForAll("events") List<Event> events, @ForAll Positions positions, @ForAll Costs costs) {
        replay(events, positions, costs, (event, portfolio) -> {
            for (var currency : List.of("", "EUR", "JPY")) {
                var balance = portfolio.balance(currency);
                assertThat(balance.cost()).isEqualTo(sum(portfolio, currency, Position::cost));
                assertThat(balance.realisedProfit()).isEqualTo(sum(portfolio, currency, Position::realisedProfit));
                assertThat(balance.fees()).isEqualTo(sum(portfolio, currency, Position::fees));
                assertThat(balance.funding()).isEqualTo(sum(portfolio, currency, Position::funding));
                assertThat(balance.value())
                        .isEqualTo(sum(
                                portfolio,
                                currency,
                                position -> position.valueAt(
                                        portfolio.markOf(position.instrument()).price())));
            }
        });
    }

    @Property(tries = 400)
    void holdsTheSumOfItsFills(@ForAll("events") List<Event> events, @ForAll Positions positions, @ForAll Costs costs) {
        var filled = new TreeMap<InstrumentId, Quantity>();
        replay(events, positions, costs, (event, portfolio) -> {
            if (event.kind() == Kind.FILL) {
                var units =
                        PortfolioHistory.units(event.quantity()) * event.side().sign();
                filled.merge(event.instrument(), new Quantity(units), Quantity::plus);
            }
            filled.forEach((instrument, quantity) ->
                    assertThat(portfolio.netQuantity(instrument)).isEqualTo(quantity));
            assertThat(portfolio.positions()).allSatisfy(position -> {
                switch (position.side()) {
                    case NET -> assertThat(positions).isEqualTo(Positions.NETTING);
                    case LONG -> assertThat(position.quantity().signum()).isGreaterThanOrEqualTo(0);
                    case SHORT -> assertThat(position.quantity().signum()).isLessThanOrEqualTo(0);
                }
            });
        });
    }

    @Property(tries = 400)
    void lotsSumToThePosition(@ForAll("events") List<Event> events, @ForAll Positions positions) {
        replay(events, positions, Costs.FIFO, (event, portfolio) -> {
            for (var position : portfolio.positions()) {
                var lots = position.lots().toList();
                assertThat(lots.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus))
                        .isEqualTo(position.quantity());
                assertThat(lots.stream().map(Lot::cost).reduce(Money.ZERO, Money::plus))
                        .isEqualTo(position.cost());
                assertThat(lots)
                        .allMatch(lot ->
                                lot.quantity().signum() == position.quantity().signum());
            }
        });
    }

    @Property(tries = 400)
    void firstInFirstOutAndAverageAgreeWheneverFlat(@ForAll("events") List<Event> events, @ForAll Positions positions) {
        var fifo = PortfolioHistory.start(positions, Costs.FIFO);
        var average = PortfolioHistory.start(positions, Costs.AVERAGE);
        long nanos = 0;
        for (var event : events) {
            fifo = event.on(fifo, nanos += HOUR);
            average = event.on(average, nanos);
            for (var position : average.positions()) {
                if (position.quantity().isZero()) {
                    assertThat(fifo.position(position.instrument(), position.side()))
                            .isEqualTo(position);
                    assertThat(position.cost()).isEqualTo(Money.ZERO);
                }
            }
            assertThat(fifo.equity()).isEqualTo(average.equity());
            assertThat(fifo.cash()).isEqualTo(average.cash());
        }
    }

    /** Against an accounting in decimals that starts from the whole history each time. */
    @Property(tries = 300)
    void isWhatASlowAccountingSays(
            @ForAll("events") List<Event> events, @ForAll Positions positions, @ForAll Costs costs) {
        var slow = new SlowBook(positions, costs);
        replay(events, positions, costs, (event, portfolio) -> {
            slow.add(event);
            slow.sums().forEach((currency, sums) -> {
                var balance = portfolio.balance(currency);
                assertAmount(balance.deposits(), sums.deposits);
                assertAmount(balance.cash(), sums.cash);
                assertAmount(balance.realisedProfit(), sums.realised);
                assertAmount(balance.fees(), sums.fees);
                assertAmount(balance.funding(), sums.funding);
                assertAmount(balance.cost(), sums.cost);
                assertAmount(balance.value(), sums.value);
            });
            assertAmount(portfolio.equity(), equity(slow.sums(), portfolio));
        });
    }

    /** Rounding a proportion of a cost never adds up to more than half a unit for each closing fill. */
    @Property(tries = 200)
    void averageCostStaysWithinHalfAUnitPerFillOfTheExactFraction(@ForAll("events") List<Event> events) {
        var portfolio = PortfolioHistory.start(Positions.NETTING, Costs.AVERAGE);
        var exact = BigDecimal.ZERO;
        int closings = 0;
        long nanos = 0;
        for (var event : events) {
            if (event.kind() != Kind.FILL) {
                continue;
            }
            var before = portfolio.position(PortfolioHistory.BTC).quantity().units();
            portfolio = new Event(
                            Kind.FILL,
                            PortfolioHistory.BTC,
                            "",
                            event.side(),
                            event.quantity(),
                            event.price(),
                            event.amount(),
                            false)
                    .on(portfolio, nanos += HOUR);
            var position = portfolio.position(PortfolioHistory.BTC);
            long after = position.quantity().units();
            if (Long.signum(before) * Long.signum(after) <= 0) {
                exact = decimal(position.cost());
                closings = 0;
            } else if (Math.abs(after) < Math.abs(before)) {
                exact = exact.multiply(BigDecimal.valueOf(after))
                        .divide(BigDecimal.valueOf(before), new MathContext(60, RoundingMode.HALF_EVEN));
                closings++;
            } else {
                var notional = event.side() == Side.BUY
                        ? event.price().multiply(event.quantity())
                        : event.price().multiply(event.quantity()).negate();
                exact = exact.add(SlowBook.rounded(notional));
            }
            assertThat(decimal(position.cost()).subtract(exact).abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.00000000500001").multiply(BigDecimal.valueOf(closings)));
        }
    }

    private interface Check {
        void after(Event event, Portfolio portfolio);
    }

    private static void replay(List<Event> events, Positions positions, Costs costs, Check check) {
        var portfolio = PortfolioHistory.start(positions, costs);
        long nanos = 0;
        for (var event : events) {
            portfolio = event.on(portfolio, nanos += HOUR);
            check.after(event, portfolio);
        }
    }

    private static Money sum(Portfolio portfolio, String currency, Function<Position, Money> part) {
        return portfolio.positions().stream()
                .filter(position -> position.currency().equals(currency))
                .map(part)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Each currency's worth at its mark, rounded once. */
    private static BigDecimal equity(Map<String, SlowBook.Sums> sums, Portfolio portfolio) {
        var equity = BigDecimal.ZERO.setScale(8);
        for (var entry : sums.entrySet()) {
            var worth = entry.getValue().cash.add(entry.getValue().value);
            var eur = portfolio.markOf(PortfolioHistory.EUR_USD);
            var jpy = portfolio.markOf(PortfolioHistory.USD_JPY);
            equity = equity.add(
                    switch (entry.getKey()) {
                        case "" -> worth;
                        case "EUR" -> eur == null ? BigDecimal.ZERO : SlowBook.rounded(worth.multiply(price(eur)));
                        default -> jpy == null ? BigDecimal.ZERO : worth.divide(price(jpy), 8, RoundingMode.HALF_EVEN);
                    });
        }
        return equity;
    }

    private static BigDecimal price(Mark mark) {
        return PortfolioHistory.decimal(mark.price().units());
    }

    private static BigDecimal decimal(Money money) {
        return PortfolioHistory.decimal(money.units());
    }

    private static void assertAmount(Money actual, BigDecimal expected) {
        assertThat(decimal(actual)).isEqualByComparingTo(expected);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return PortfolioHistory.events();
    }
}
