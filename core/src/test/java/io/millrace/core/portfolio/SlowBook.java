package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account.Costs;
import io.millrace.core.portfolio.Account.Positions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same accounting once more, in decimals without bound and from the whole history at every question: only what the
 * documentation says, nothing incremental.
 */
final class SlowBook {
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(8);

    private final Positions positions;
    private final Costs costs;
    private final List<PortfolioHistory.Event> events = new ArrayList<>();

    SlowBook(Positions positions, Costs costs) {
        this.positions = positions;
        this.costs = costs;
    }

    void add(PortfolioHistory.Event event) {
        events.add(event);
    }

    /** A currency's sums, or a position's. */
    static final class Sums {
        BigDecimal deposits = NOTHING;
        BigDecimal cash = NOTHING;
        BigDecimal realised = NOTHING;
        BigDecimal fees = NOTHING;
        BigDecimal funding = NOTHING;
        BigDecimal cost = NOTHING;
        BigDecimal value = NOTHING;
    }

    /** One open entry of a position; at average cost there is one for all. */
    private static final class Entry {
        BigDecimal quantity;
        BigDecimal cost;

        Entry(BigDecimal quantity, BigDecimal cost) {
            this.quantity = quantity;
            this.cost = cost;
        }
    }

    /** What is held on one side of an instrument. */
    private static final class Held {
        final List<Entry> entries = new ArrayList<>();
        BigDecimal realised = NOTHING;
        BigDecimal fees = NOTHING;
        BigDecimal funding = NOTHING;

        BigDecimal quantity() {
            return entries.stream().map(entry -> entry.quantity).reduce(NOTHING, BigDecimal::add);
        }

        BigDecimal cost() {
            return entries.stream().map(entry -> entry.cost).reduce(NOTHING, BigDecimal::add);
        }
    }

    /** Every currency's sums after all events; the account's own under "". */
    Map<String, Sums> sums() {
        var sums = new TreeMap<String, Sums>();
        var held = new TreeMap<String, Held>();
        var marks = new TreeMap<InstrumentId, BigDecimal>();
        for (var event : events) {
            var currency = sums.computeIfAbsent(event.currency(), any -> new Sums());
            switch (event.kind()) {
                case FILL -> fill(event, held, currency, marks);
                case MARK -> marks.put(event.instrument(), event.price());
                case DEPOSIT -> {
                    currency.deposits = currency.deposits.add(event.amount());
                    currency.cash = currency.cash.add(event.amount());
                }
                case FUNDING -> fund(event, held, currency, marks);
            }
        }
        held.forEach((key, position) -> {
            var instrument = InstrumentId.of(key.substring(0, key.indexOf('|')));
            var currency = sums.get(PortfolioHistory.currencyOf(instrument));
            currency.realised = currency.realised.add(position.realised);
            currency.fees = currency.fees.add(position.fees);
            currency.funding = currency.funding.add(position.funding);
            currency.cost = currency.cost.add(position.cost());
            currency.value = currency.value.add(rounded(position.quantity().multiply(marks.get(instrument))));
        });
        return sums;
    }

    private void fill(
            PortfolioHistory.Event event, Map<String, Held> held, Sums currency, Map<InstrumentId, BigDecimal> marks) {
        boolean buys = event.side() == Side.BUY;
        var quantity = buys ? event.quantity() : event.quantity().negate();
        var notional = rounded(event.price().multiply(quantity));
        currency.cash = currency.cash.subtract(notional).subtract(event.amount());
        marks.put(event.instrument(), event.price());
        if (positions == Positions.NETTING) {
            trade(position(held, event, "NET"), quantity, notional, event.price(), event.amount());
            return;
        }
        var opens = position(held, event, buys ? "LONG" : "SHORT");
        var closes = held.get(event.instrument() + (buys ? "|SHORT" : "|LONG"));
        if (!event.reduces() || closes == null || closes.quantity().signum() == 0) {
            trade(opens, quantity, notional, event.price(), event.amount());
            return;
        }
        var most = closes.quantity().negate();
        var part = quantity.abs().compareTo(most.abs()) <= 0 ? quantity : most;
        var partNotional =
                part.compareTo(quantity) == 0 ? notional : rounded(event.price().multiply(part));
        trade(closes, part, partNotional, event.price(), event.amount());
        if (part.compareTo(quantity) != 0) {
            trade(opens, quantity.subtract(part), notional.subtract(partNotional), event.price(), NOTHING);
        }
    }

    private static void fund(
            PortfolioHistory.Event event, Map<String, Held> held, Sums currency, Map<InstrumentId, BigDecimal> marks) {
        for (var side : List.of("NET", "LONG", "SHORT")) {
            var position = held.get(event.instrument() + "|" + side);
            if (position != null && position.quantity().signum() != 0) {
                var value = rounded(position.quantity().multiply(marks.get(event.instrument())));
                var paid = rounded(value.multiply(event.amount()));
                position.funding = position.funding.subtract(paid);
                currency.cash = currency.cash.subtract(paid);
            }
        }
    }

    private void trade(Held position, BigDecimal quantity, BigDecimal notional, BigDecimal price, BigDecimal fee) {
        position.fees = position.fees.add(fee);
        var before = position.quantity();
        var after = before.add(quantity);
        if (before.signum() * quantity.signum() >= 0) {
            open(position, quantity, notional);
        } else if (after.signum() == quantity.signum()) {
            var closing = rounded(price.multiply(before)).negate();
            close(position, before.negate(), closing);
            open(position, after, notional.subtract(closing));
        } else {
            close(position, quantity, notional);
        }
    }

    private void open(Held position, BigDecimal quantity, BigDecimal notional) {
        if (costs == Costs.FIFO || position.entries.isEmpty()) {
            position.entries.add(new Entry(quantity, notional));
        } else {
            var all = position.entries.get(0);
            all.quantity = all.quantity.add(quantity);
            all.cost = all.cost.add(notional);
        }
    }

    private static void close(Held position, BigDecimal quantity, BigDecimal notional) {
        var left = quantity.abs();
        var cost = NOTHING;
        while (left.signum() > 0) {
            var first = position.entries.get(0);
            var size = first.quantity.abs();
            if (size.compareTo(left) <= 0) {
                cost = cost.add(first.cost);
                left = left.subtract(size);
                position.entries.remove(0);
            } else {
                var part = first.cost.multiply(left).divide(size, 8, RoundingMode.HALF_EVEN);
                cost = cost.add(part);
                first.cost = first.cost.subtract(part);
                first.quantity = first.quantity.signum() > 0 ? size.subtract(left) : left.subtract(size);
                left = NOTHING;
            }
        }
        position.realised = position.realised.subtract(notional).subtract(cost);
    }

    private static Held position(Map<String, Held> held, PortfolioHistory.Event event, String side) {
        return held.computeIfAbsent(event.instrument() + "|" + side, any -> new Held());
    }

    static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.HALF_EVEN);
    }
}
