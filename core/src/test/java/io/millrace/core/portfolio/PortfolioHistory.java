package io.millrace.core.portfolio;

import io.millrace.core.market.Funding;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Anything that can happen to an account in any order: fills, marks, deposits and funding, in three currencies. */
final class PortfolioHistory {
    /** The account's own currency is USD: amounts of EUR are multiplied by EUR-USD, of JPY divided by USD-JPY. */
    static final InstrumentId BTC = InstrumentId.of("BTC-USD.BITSTAMP");

    static final InstrumentId ETH = InstrumentId.of("ETH-USD.BITSTAMP");
    static final InstrumentId DAX = InstrumentId.of("DAX.EUREX");
    static final InstrumentId NIKKEI = InstrumentId.of("NIKKEI.OSE");
    static final InstrumentId EUR_USD = InstrumentId.of("EUR-USD.FX");
    static final InstrumentId USD_JPY = InstrumentId.of("USD-JPY.FX");

    private static final List<InstrumentId> INSTRUMENTS = List.of(BTC, ETH, DAX, NIKKEI, EUR_USD, USD_JPY);

    private PortfolioHistory() {}

    enum Kind {
        FILL,
        MARK,
        DEPOSIT,
        FUNDING
    }

    /**
     * Something that happens.
     *
     * @param currency of its amounts, empty for the account's own
     * @param amount a fill's fee, a deposit, a funding rate
     */
    record Event(
            Kind kind,
            InstrumentId instrument,
            String currency,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal amount,
            boolean reduces) {

        Portfolio on(Portfolio portfolio, long nanos) {
            return switch (kind) {
                case FILL ->
                    portfolio.apply(
                            Fills.in(
                                    currency.isEmpty() ? "USD" : currency,
                                    Fills.fill(
                                            instrument,
                                            side,
                                            new Quantity(units(quantity)),
                                            new Price(units(price)),
                                            new Money(units(amount)),
                                            nanos)),
                            reduces);
                case MARK -> portfolio.mark(instrument, new Price(units(price)), nanos);
                case DEPOSIT -> portfolio.deposit(currency, new Money(units(amount)), nanos);
                case FUNDING -> portfolio.fund(instrument, new Funding(units(amount), 1), nanos);
            };
        }
    }

    /** What an instrument is quoted in, empty for the account's own currency. */
    static String currencyOf(InstrumentId instrument) {
        return instrument.equals(DAX) ? "EUR" : instrument.equals(NIKKEI) || instrument.equals(USD_JPY) ? "JPY" : "";
    }

    static Portfolio start(Account.Positions positions, Account.Costs costs) {
        return Portfolio.empty("alpha")
                .under(Fills.account(positions, costs))
                .converting("EUR", EUR_USD, false)
                .converting("JPY", USD_JPY, true);
    }

    static Arbitrary<List<Event>> events() {
        var quantity = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 20),
                Arbitraries.longs().between(1, 5).map(lots -> lots * 100_000_000L),
                Arbitraries.longs().between(1, 1_000_000_000_000L));
        var price = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 300_000_000L),
                Arbitraries.longs().between(1, 20_000_000_000L));
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Kind.FILL),
                                Tuple.of(2, Kind.MARK),
                                Tuple.of(1, Kind.DEPOSIT),
                                Tuple.of(1, Kind.FUNDING)),
                        Arbitraries.of(INSTRUMENTS),
                        Arbitraries.of(Side.class),
                        quantity,
                        price,
                        Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L),
                        Arbitraries.of(true, false))
                .as(PortfolioHistory::event)
                .list()
                .ofMaxSize(50);
    }

    private static Event event(
            Kind kind, InstrumentId instrument, Side side, long quantity, long price, long amount, boolean reduces) {
        long of =
                switch (kind) {
                    case FILL -> Math.abs(amount) / 1_000;
                    case FUNDING -> amount / 1_000_000;
                    case MARK, DEPOSIT -> amount;
                };
        return new Event(
                kind,
                instrument,
                currencyOf(instrument),
                side,
                decimal(quantity),
                decimal(usual(instrument, price)),
                decimal(of),
                reduces);
    }

    /** Rates stay near what rates are, so that no sum leaves its range. */
    private static long usual(InstrumentId instrument, long price) {
        if (instrument.equals(EUR_USD)) {
            return 50_000_000L + price % 100_000_000L;
        }
        return instrument.equals(USD_JPY) ? 8_000_000_000L + price % 8_000_000_000L : price;
    }

    static BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, 8);
    }

    static long units(BigDecimal amount) {
        return amount.movePointRight(8).longValueExact();
    }
}
