package io.millrace.core.execution;

import static io.millrace.core.execution.PaperVenue.BTC;

import io.millrace.core.clock.Clock;
import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.Bar;
import io.millrace.core.market.Quote;
import io.millrace.core.market.Trade;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import io.millrace.core.order.VenueCommand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A market and orders of every kind, drawn from a seed, as four channels that each keep their order: trades (or bars),
 * quotes, and two risk tasks.
 */
final class PaperScenario {
    private static final long UNIT = 100_000_000L;
    private static final long END = 1_000_000;

    final Map<Long, Trade> trades = new HashMap<>();
    final Map<Long, Quote> quotes = new HashMap<>();
    final Map<Long, Bar> bars = new HashMap<>();
    final Map<String, VenueCommand> orders = new HashMap<>();

    private final Random random;
    private final List<List<Consumer<PaperMarket>>> channels = new ArrayList<>();
    private long price = 100 * UNIT;
    private long time = 100;
    private long sequence;
    /** Of single orders and groups; what changes an order keeps its own place in event time. */
    private final Ordering ordering;

    PaperScenario(long seed, boolean ofBars) {
        this(seed, ofBars, Ordering.EVENT_TIME);
    }

    PaperScenario(long seed, boolean ofBars, Ordering ordering) {
        this.ordering = ordering;
        random = new Random(seed);
        for (int channel = 0; channel < 4; channel++) {
            channels.add(new ArrayList<>());
        }
        for (int i = 0; i < 60; i++) {
            time += random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(60);
            price = Math.max(90 * UNIT, price + (random.nextInt(9) - 4) * UNIT / 2);
            if (ofBars) {
                bar();
            } else if (random.nextBoolean()) {
                trade();
            } else {
                quote();
            }
            for (int task = 0; task < 2; task++) {
                decide(task);
            }
        }
        channels.get(0).add(market -> market.marketClock(Clock.of(BTC, END)));
        channels.get(1).add(market -> market.quotesClock(Clock.of(BTC, END)));
        channels.get(2).add(market -> market.riskClock(new Clock(BTC, 0, END, null, 0)));
        channels.get(3).add(market -> market.riskClock(new Clock(BTC, 1, END, null, 0)));
    }

    /** Delivers everything, in an order and with restarts that another seed says. */
    void deliver(PaperVenue venue, long seed, double restarts) {
        var order = new Random(seed);
        var left = new ArrayList<ArrayDeque<Consumer<PaperMarket>>>();
        channels.forEach(channel -> left.add(new ArrayDeque<>(channel)));
        int burst = 0;
        while (!left.isEmpty()) {
            burst = order.nextInt(6) == 0 ? order.nextInt(left.size()) : Math.min(burst, left.size() - 1);
            venue.send(left.get(burst).remove());
            left.removeIf(ArrayDeque::isEmpty);
            if (order.nextDouble() < restarts) {
                venue.restart();
            }
        }
    }

    private void trade() {
        var sides = List.of(AggressorSide.BUYER, AggressorSide.SELLER, AggressorSide.UNKNOWN);
        var side = sides.get(random.nextInt(sides.size()));
        var trade = new Trade(BTC, time, ++sequence, new Price(price), quantity(20), side);
        trades.put(trade.sequence(), trade);
        channels.get(0).add(market -> market.trade(trade));
    }

    private void quote() {
        long spread = (1 + random.nextInt(3)) * UNIT / 2;
        var quote = new Quote(
                BTC,
                time,
                ++sequence,
                new Price(price - spread),
                quantity(20),
                new Price(price + spread),
                quantity(20));
        quotes.put(quote.sequence(), quote);
        channels.get(1).add(market -> market.quote(quote));
    }

    private void bar() {
        long high = price + random.nextInt(6) * UNIT / 2;
        long low = price - random.nextInt(6) * UNIT / 2;
        long close = low + (high == low ? 0 : random.nextInt((int) ((high - low) / (UNIT / 2)) + 1) * UNIT / 2);
        time = bars.size() * 100L + 100;
        var bar = new Bar(
                BTC,
                time,
                100,
                new Price(price),
                new Price(high),
                new Price(low),
                new Price(close),
                quantity(40),
                Money.ZERO,
                Quantity.ZERO,
                1,
                time + 99);
        bars.put(bar.openTimeNanos(), bar);
        channels.get(0).add(market -> market.bar(bar));
        price = close;
    }

    /** What a risk task decides at the time at hand, at which it may decide more, and then its clock. */
    private void decide(int task) {
        var channel = channels.get(2 + task);
        int orderCount = random.nextInt(3);
        for (int i = 0; i < orderCount; i++) {
            if (!orders.isEmpty() && random.nextInt(4) == 0) {
                change(task, channel);
            } else if (random.nextInt(5) == 0) {
                group(task, channel);
            } else {
                submit(channel, task, "o" + task + "-" + orders.size(), terms(), null);
            }
        }
        long decided = time - 1;
        channel.add(market -> market.riskClock(new Clock(BTC, task, decided, null, 0)));
    }

    private void change(int task, List<Consumer<PaperMarket>> channel) {
        var mine = orders.values().stream()
                .filter(order -> order.accountId().equals("account" + task))
                .map(VenueCommand::orderId)
                .sorted()
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        var order = orders.get(mine.get(random.nextInt(mine.size())));
        boolean cancels = random.nextBoolean();
        var terms = order.terms();
        var other = terms.withQuantity(quantity(30))
                .withPrices(terms.limitPrice() == null ? null : near(), terms.triggerPrice() == null ? null : near());
        var command = new VenueCommand(
                order.orderId(),
                "change-" + task + "-" + random.nextLong(),
                cancels ? Action.CANCEL : Action.REPLACE,
                "paper",
                order.accountId(),
                "s",
                BTC,
                cancels ? null : other,
                Ordering.EVENT_TIME,
                time);
        channel.add(market -> market.command(command));
    }

    private void group(int task, List<Consumer<PaperMarket>> channel) {
        var entry = terms();
        var id = "g" + task + "-" + orders.size();
        var exit = OrderTerms.market(entry.side().opposite(), entry.quantity());
        var rule = random.nextBoolean() ? OrderLink.Rule.REDUCES : OrderLink.Rule.INDEPENDENT;
        if (random.nextBoolean()) {
            submit(channel, task, id, entry, new OrderLink(id, null, OrderLink.Rule.INDEPENDENT));
            var stop = OrderTerms.stopMarket(exit.side(), exit.quantity(), near());
            submit(channel, task, "a" + id, stop, new OrderLink(id, id, rule));
            var target = OrderTerms.limit(exit.side(), exit.quantity(), near());
            submit(channel, task, "z" + id, target, new OrderLink(id, id, rule));
        } else {
            var link = new OrderLink(id, null, OrderLink.Rule.CANCELS);
            submit(channel, task, id, entry, link);
            submit(channel, task, "a" + id, OrderTerms.limit(exit.side(), exit.quantity(), near()), link);
        }
    }

    private void submit(List<Consumer<PaperMarket>> channel, int task, String id, OrderTerms terms, OrderLink link) {
        var command = new VenueCommand(
                id, id, Action.SUBMIT, "paper", "account" + task, "s", BTC, terms, ordering, time, link);
        orders.put(id, command);
        channel.add(market -> market.command(command));
    }

    private OrderTerms terms() {
        var side = random.nextBoolean() ? Side.BUY : Side.SELL;
        var quantity = quantity(30);
        var terms =
                switch (random.nextInt(10)) {
                    case 0 -> OrderTerms.market(side, quantity);
                    case 1 -> OrderTerms.stopMarket(side, quantity, near());
                    case 2 -> OrderTerms.stopLimit(side, quantity, near(), near());
                    case 3 -> OrderTerms.marketIfTouched(side, quantity, near());
                    case 4 -> OrderTerms.limitIfTouched(side, quantity, near(), near());
                    case 5 -> OrderTerms.trailingStop(side, quantity, Trailing.by(new Price(UNIT)));
                    case 6 ->
                        OrderTerms.trailingStop(
                                side, quantity, Trailing.byBps(150).withLimit(new Price(UNIT / 2)));
                    case 7 -> OrderTerms.marketToLimit(side, quantity);
                    default -> OrderTerms.limit(side, quantity, near());
                };
        return withLife(terms);
    }

    private OrderTerms withLife(OrderTerms terms) {
        boolean rests = terms.type().hasLimit();
        return switch (random.nextInt(8)) {
            case 0 -> terms.lasting(TimeInForce.IOC, 0);
            case 1 -> terms.lasting(TimeInForce.FOK, 0);
            case 2, 3 -> terms.lasting(TimeInForce.GTD, time + 1 + random.nextInt(400));
            case 4 -> rests ? terms.postingOnly() : terms;
            case 5 -> rests ? terms.showing(quantity(5).min(terms.quantity())) : terms;
            default -> terms;
        };
    }

    private Price near() {
        return new Price(price + (random.nextInt(13) - 6) * UNIT / 2);
    }

    private Quantity quantity(int most) {
        return new Quantity((1 + random.nextInt(most)) * UNIT);
    }
}
