package io.millrace.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsProblemTest {
    private static final Quantity ONE = Quantity.of("1");
    private static final Price P = Price.of("100");
    private static final Price NONE = null;

    private final OrderTerms market = OrderTerms.market(Side.BUY, ONE);
    private final OrderTerms limit = OrderTerms.limit(Side.BUY, ONE, P);

    @Test
    void findsNothingWrongWithEveryTypeOfOrder() {
        var offset = Trailing.by(Price.of("2"));
        assertThat(List.of(
                        market,
                        limit,
                        OrderTerms.stopMarket(Side.SELL, ONE, P),
                        OrderTerms.stopLimit(Side.SELL, ONE, P, P),
                        OrderTerms.marketIfTouched(Side.SELL, ONE, P),
                        OrderTerms.limitIfTouched(Side.SELL, ONE, P, P),
                        OrderTerms.trailingStop(Side.SELL, ONE, offset),
                        OrderTerms.trailingStop(Side.SELL, ONE, Trailing.byBps(50)),
                        OrderTerms.trailingStop(Side.SELL, ONE, offset.withLimit(Price.ZERO)),
                        OrderTerms.marketToLimit(Side.BUY, ONE),
                        limit.lasting(TimeInForce.GTD, 5),
                        limit.lasting(TimeInForce.DAY, 0),
                        limit.lasting(TimeInForce.IOC, 0),
                        limit.lasting(TimeInForce.FOK, 0),
                        limit.postingOnly(),
                        limit.showing(ONE),
                        market.splitBy(Algorithm.twap(10, 10)),
                        limit.splitBy(Algorithm.vwap(10, List.of(0L, 7L)))))
                .allSatisfy(terms -> assertThat(TermsProblem.of(terms)).isEmpty());
    }

    @Test
    void wantsAQuantity() {
        has(OrderTerms.market(Side.BUY, Quantity.ZERO), TermsProblem.QUANTITY_NOT_POSITIVE);
        has(OrderTerms.market(Side.BUY, Quantity.of("-1")), TermsProblem.QUANTITY_NOT_POSITIVE);
    }

    @Test
    void wantsALimitWhereTheTypeHasOne() {
        has(limit.withPrices(NONE, NONE), TermsProblem.LIMIT_PRICE_MISSING);
        has(OrderTerms.stopLimit(Side.BUY, ONE, P, NONE), TermsProblem.LIMIT_PRICE_MISSING);
        has(limit.withPrices(Price.ZERO, NONE), TermsProblem.LIMIT_PRICE_NOT_POSITIVE);
        has(market.withPrices(P, NONE), TermsProblem.LIMIT_PRICE_UNEXPECTED);
    }

    @Test
    void wantsATriggerWhereTheTypeHasOne() {
        has(OrderTerms.stopMarket(Side.BUY, ONE, NONE), TermsProblem.TRIGGER_PRICE_MISSING);
        has(OrderTerms.limitIfTouched(Side.BUY, ONE, NONE, P), TermsProblem.TRIGGER_PRICE_MISSING);
        has(OrderTerms.stopMarket(Side.BUY, ONE, Price.of("-1")), TermsProblem.TRIGGER_PRICE_NOT_POSITIVE);
        has(market.withPrices(NONE, P), TermsProblem.TRIGGER_PRICE_UNEXPECTED);
    }

    @Test
    void wantsOneDistanceOfATrailingStop() {
        has(trailing(null), TermsProblem.TRAILING_MISSING);
        has(trailing(new Trailing(null, 0, null)), TermsProblem.TRAILING_DISTANCE_INVALID);
        has(trailing(new Trailing(P, 5, null)), TermsProblem.TRAILING_DISTANCE_INVALID);
        has(trailing(Trailing.byBps(10_000)), TermsProblem.TRAILING_DISTANCE_INVALID);
        has(trailing(Trailing.by(P).withLimit(P)), TermsProblem.TRAILING_LIMIT_OFFSET_UNEXPECTED);
        has(of(OrderType.TRAILING_STOP_LIMIT, null, Trailing.by(P)), TermsProblem.TRAILING_LIMIT_OFFSET_MISSING);
        has(of(OrderType.MARKET, null, Trailing.by(P)), TermsProblem.TRAILING_UNEXPECTED);
    }

    @Test
    void wantsAnExpiryOfGtdAlone() {
        has(limit.lasting(TimeInForce.GTD, 0), TermsProblem.EXPIRY_MISSING);
        has(limit.lasting(TimeInForce.DAY, 7), TermsProblem.EXPIRY_UNEXPECTED);
    }

    @Test
    void postsOnlyWhatCanRest() {
        has(market.postingOnly(), TermsProblem.POST_ONLY_CANNOT_POST);
        has(limit.postingOnly().lasting(TimeInForce.IOC, 0), TermsProblem.POST_ONLY_CANNOT_POST);
        has(OrderTerms.marketToLimit(Side.BUY, ONE).lasting(TimeInForce.FOK, 0), TermsProblem.CANNOT_REST);
    }

    @Test
    void showsAtMostWhatThereIs() {
        has(limit.showing(Quantity.of("1.1")), TermsProblem.DISPLAY_QUANTITY_TOO_LARGE);
        has(limit.showing(Quantity.ZERO), TermsProblem.DISPLAY_QUANTITY_NOT_POSITIVE);
        has(market.showing(ONE), TermsProblem.DISPLAY_WITHOUT_LIMIT);
    }

    @Test
    void splitsOnlyWhatAnAlgorithmCan() {
        has(OrderTerms.stopMarket(Side.BUY, ONE, P).splitBy(Algorithm.twap(10, 2)), TermsProblem.ALGORITHM_ORDER_TYPE);
        has(market.splitBy(Algorithm.twap(10, 0)), TermsProblem.ALGORITHM_SLICES_INVALID);
        has(market.splitBy(Algorithm.twap(10_000, 1001)), TermsProblem.ALGORITHM_SLICES_INVALID);
        has(market.splitBy(Algorithm.twap(1, 2)), TermsProblem.ALGORITHM_HORIZON_INVALID);
        has(market.splitBy(Algorithm.vwap(10, List.of(0L, 0L))), TermsProblem.ALGORITHM_WEIGHTS_INVALID);
        has(market.splitBy(Algorithm.vwap(10, List.of(-1L, 2L))), TermsProblem.ALGORITHM_WEIGHTS_INVALID);
        has(
                market.splitBy(new Algorithm(Algorithm.Kind.TWAP, 10, 1, List.of(1L))),
                TermsProblem.ALGORITHM_WEIGHTS_INVALID);
    }

    @Test
    void findsEverythingAtOnce() {
        has(
                new OrderTerms(
                        Side.BUY,
                        OrderType.STOP_LIMIT,
                        TimeInForce.GTD,
                        Quantity.ZERO,
                        null,
                        false,
                        null,
                        null,
                        0,
                        false,
                        null,
                        null),
                TermsProblem.QUANTITY_NOT_POSITIVE,
                TermsProblem.LIMIT_PRICE_MISSING,
                TermsProblem.TRIGGER_PRICE_MISSING,
                TermsProblem.EXPIRY_MISSING);
    }

    @Test
    void wantsAGroupToBeOne() {
        assertThat(GroupProblem.of(group(Action.SUBMIT, market, null))).isEmpty();
        var exit = OrderTerms.limit(Side.SELL, ONE, P);
        assertThat(GroupProblem.of(group(Action.SUBMIT, market, Contingency.BRACKET, exit, exit)))
                .isEmpty();
        assertThat(GroupProblem.of(group(Action.SUBMIT, market, null, exit)))
                .containsExactly(GroupProblem.CONTINGENCY_MISSING);
        assertThat(GroupProblem.of(group(Action.SUBMIT, market, Contingency.OCO)))
                .containsExactly(GroupProblem.ATTACHED_MISSING);
        assertThat(GroupProblem.of(group(Action.REPLACE, market, Contingency.OCO, limit)))
                .containsExactly(GroupProblem.GROUP_WITHOUT_SUBMIT);
        assertThat(GroupProblem.of(group(Action.SUBMIT, market, Contingency.OCO, limit.splitBy(Algorithm.twap(9, 3)))))
                .containsExactly(GroupProblem.GROUP_WITH_ALGORITHM);
        assertThat(GroupProblem.of(group(Action.SUBMIT, market, Contingency.OTO, exit.withQuantity(Quantity.of("2")))))
                .containsExactly(GroupProblem.ATTACHED_LARGER_THAN_PARENT);
        assertThat(GroupProblem.of(group(Action.SUBMIT, market, Contingency.BRACKET, exit, limit)))
                .containsExactly(GroupProblem.EXIT_ON_THE_SIDE_OF_ITS_ENTRY);
    }

    private static void has(OrderTerms terms, TermsProblem... problems) {
        assertThat(TermsProblem.of(terms)).containsExactly(problems);
        assertThat(problems).allSatisfy(problem -> assertThat(problem.words()).isNotEmpty());
    }

    private static OrderTerms trailing(Trailing trailing) {
        return of(OrderType.TRAILING_STOP_MARKET, null, trailing);
    }

    private static OrderTerms of(OrderType type, Price trigger, Trailing trailing) {
        return new OrderTerms(
                Side.SELL, type, TimeInForce.GTC, ONE, null, false, trigger, trailing, 0, false, null, null);
    }

    private static OrderIntent group(Action action, OrderTerms terms, Contingency contingency, OrderTerms... attached) {
        return new OrderIntent(
                "i1",
                action,
                "s",
                1,
                "A",
                InstrumentId.of("BTC-USD.BITSTAMP"),
                1,
                1,
                Ordering.EVENT_TIME,
                terms,
                null,
                "",
                List.of(attached),
                contingency);
    }
}
