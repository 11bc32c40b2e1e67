package io.millrace.verification.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a person asks for, one thing after the other: orders of every kind, and commands to the account. */
final class SmallDesk {
    static final String PERSON = "person";

    private static final Quantity TWO = Quantity.of("2");

    private final InstrumentId instrument;
    private final long nanos;
    private final List<Driven.Request> requests = new ArrayList<>();
    private long ordinal;
    private long commands;
    private String resting;

    SmallDesk(InstrumentId instrument, long nanos) {
        this.instrument = instrument;
        this.nanos = nanos;
    }

    /** All requests so far, each acknowledged. */
    List<Driven.Request> requests() {
        return requests;
    }

    /**
     * The next request.
     *
     * @param market price of the instrument
     */
    OrderIntent next(Price market) {
        return switch (requests.size() % 14) {
            case 0, 11 -> submit(OrderTerms.market(Side.BUY, TWO));
            case 1 -> submit(OrderTerms.stopMarket(Side.SELL, TWO, away(market, -2)));
            case 2 ->
                submit(
                        OrderTerms.market(Side.BUY, TWO),
                        Contingency.BRACKET,
                        OrderTerms.limit(Side.SELL, TWO, away(market, 10)),
                        OrderTerms.stopMarket(Side.SELL, TWO, away(market, -10)));
            case 3 -> rest(submit(OrderTerms.limit(Side.BUY, TWO, away(market, -500))));
            case 4 ->
                intent(
                        Action.REPLACE,
                        OrderTerms.limit(Side.BUY, Quantity.of("1"), away(market, -400)),
                        resting,
                        null,
                        List.of());
            case 5 -> intent(Action.CANCEL, null, resting, null, List.of());
            case 6 ->
                submit(
                        OrderTerms.limit(Side.BUY, TWO, away(market, -3)),
                        Contingency.OCO,
                        OrderTerms.stopMarket(Side.BUY, TWO, away(market, 3)));
            case 7 -> submit(OrderTerms.market(Side.SELL, TWO));
            case 8 -> rest(submit(OrderTerms.limit(Side.SELL, TWO, away(market, 500))));
            case 9 -> command(Action.CANCEL_ALL);
            case 10 -> command(Action.HALT);
            case 12 -> command(Action.RESUME);
            default -> submit(OrderTerms.market(Side.BUY, TWO).splitBy(Algorithm.twap(4 * SmallMarket.MINUTE, 4)));
        };
    }

    private OrderIntent rest(OrderIntent order) {
        resting = order.intentId();
        return order;
    }

    private OrderIntent submit(OrderTerms terms) {
        return intent(Action.SUBMIT, terms, null, null, List.of());
    }

    private OrderIntent submit(OrderTerms terms, Contingency contingency, OrderTerms... attached) {
        return intent(Action.SUBMIT, terms, null, contingency, List.of(attached));
    }

    private OrderIntent command(Action action) {
        return made(action, null, ++commands, null, null, null, List.of());
    }

    private OrderIntent intent(
            Action action, OrderTerms terms, String order, Contingency contingency, List<OrderTerms> attached) {
        return made(action, instrument, ++ordinal, terms, order, contingency, attached);
    }

    private OrderIntent made(
            Action action,
            InstrumentId of,
            long number,
            OrderTerms terms,
            String order,
            Contingency contingency,
            List<OrderTerms> attached) {
        var key = "key-" + requests.size();
        var id = UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString();
        requests.add(new Driven.Request(key, id, PERSON, action));
        return new OrderIntent(
                id,
                action,
                OrderIntent.MANUAL,
                0,
                PERSON,
                of,
                number,
                nanos,
                Ordering.ARRIVAL,
                terms,
                order,
                "",
                attached,
                contingency);
    }

    /** A price so many hundredths of a percent away, on the tick. */
    private static Price away(Price market, long bps) {
        return new Price(market.plusBps(bps).units() / 1_000_000 * 1_000_000);
    }
}
