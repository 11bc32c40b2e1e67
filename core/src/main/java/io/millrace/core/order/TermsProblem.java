package io.millrace.core.order;

import io.millrace.core.money.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What can be wrong with the terms of an order by themselves, whatever the instrument, the account and the market. The
 * one place for it: people's requests and risk ask here. Terms without a problem describe one order, and only one.
 */
@SuppressWarnings("ImmutableEnumChecker") // the predicates hold nothing
public enum TermsProblem {
    QUANTITY_NOT_POSITIVE(
            "the quantity must be above zero", terms -> !terms.quantity().isPositive()),
    LIMIT_PRICE_MISSING(
            "this type needs a limit price", terms -> terms.type().hasLimit() && terms.limitPrice() == null),
    LIMIT_PRICE_UNEXPECTED(
            "this type takes no limit price", terms -> !terms.type().hasLimit() && terms.limitPrice() != null),
    LIMIT_PRICE_NOT_POSITIVE("the limit price must be above zero", terms -> isNotPositive(terms.limitPrice())),
    TRIGGER_PRICE_MISSING(
            "this type needs a trigger price", terms -> terms.type().hasTrigger() && terms.triggerPrice() == null),
    TRIGGER_PRICE_UNEXPECTED(
            "this type takes no trigger price",
            terms -> !terms.type().waitsForTrigger() && terms.triggerPrice() != null),
    TRIGGER_PRICE_NOT_POSITIVE("the trigger price must be above zero", terms -> isNotPositive(terms.triggerPrice())),
    TRAILING_MISSING(
            "a trailing stop needs its distance", terms -> terms.type().isTrailing() && terms.trailing() == null),
    TRAILING_UNEXPECTED(
            "only a trailing stop has a distance", terms -> !terms.type().isTrailing() && terms.trailing() != null),
    TRAILING_DISTANCE_INVALID(
            "a trailing stop follows at a price above zero or at 1 to 9999 bps, not both",
            terms -> terms.trailing() != null && !hasOneDistance(terms.trailing())),
    TRAILING_LIMIT_OFFSET_MISSING(
            "a trailing stop-limit needs the distance of its limit, zero or above",
            terms -> terms.type() == OrderType.TRAILING_STOP_LIMIT
                    && terms.trailing() != null
                    && (terms.trailing().limitOffset() == null
                            || terms.trailing().limitOffset().units() < 0)),
    TRAILING_LIMIT_OFFSET_UNEXPECTED(
            "a trailing stop at the market has no limit",
            terms -> terms.type() == OrderType.TRAILING_STOP_MARKET
                    && terms.trailing() != null
                    && terms.trailing().limitOffset() != null),
    EXPIRY_MISSING(
            "GTD needs the time at which the order expires",
            terms -> terms.timeInForce() == TimeInForce.GTD && terms.expireAtNanos() <= 0),
    EXPIRY_UNEXPECTED(
            "only GTD has a time at which the order expires",
            terms -> terms.timeInForce() != TimeInForce.GTD && terms.expireAtNanos() != 0),
    CANNOT_REST(
            "market-to-limit rests with what is left, which IOC and FOK forbid",
            terms -> terms.type() == OrderType.MARKET_TO_LIMIT && isImmediate(terms)),
    POST_ONLY_CANNOT_POST(
            "post-only needs a limit and a life beyond the first chance",
            terms -> terms.postOnly() && (!restsAtALimit(terms) || isImmediate(terms))),
    DISPLAY_QUANTITY_NOT_POSITIVE(
            "the display quantity must be above zero",
            terms -> terms.displayQuantity() != null && !terms.displayQuantity().isPositive()),
    DISPLAY_QUANTITY_TOO_LARGE(
            "the display quantity is above the quantity",
            terms -> terms.displayQuantity() != null && terms.displayQuantity().compareTo(terms.quantity()) > 0),
    DISPLAY_WITHOUT_LIMIT(
            "only an order that rests at a limit can be shown in part",
            terms -> terms.displayQuantity() != null && (!restsAtALimit(terms) || isImmediate(terms))),
    ALGORITHM_ORDER_TYPE(
            "an algorithm splits market and limit orders only",
            terms -> terms.algorithm() != null && terms.type() != OrderType.MARKET && terms.type() != OrderType.LIMIT),
    ALGORITHM_SLICES_INVALID(
            "an algorithm needs 1 to " + Slices.MAX_SLICES + " slices",
            terms -> terms.algorithm() != null
                    && (terms.algorithm().slices() < 1 || terms.algorithm().slices() > Slices.MAX_SLICES)),
    ALGORITHM_HORIZON_INVALID(
            "an algorithm's horizon must be at least 1 ns per slice and at most 366 days",
            terms -> terms.algorithm() != null
                    && (terms.algorithm().horizonNanos()
                                    < Math.max(1, terms.algorithm().slices())
                            || terms.algorithm().horizonNanos() > Slices.MAX_HORIZON_NANOS)),
    ALGORITHM_WEIGHTS_INVALID(
            "a VWAP needs a weight of 0 to " + Slices.MAX_WEIGHT
                    + " for each slice, one of them above zero; a TWAP none",
            terms -> terms.algorithm() != null && !weightsFit(terms.algorithm()));

    private static final TermsProblem[] ALL = values();

    private final String words;
    private final Predicate<OrderTerms> isIn;

    TermsProblem(String words, Predicate<OrderTerms> isIn) {
        this.words = words;
        this.isIn = isIn;
    }

    /** What has to be otherwise. */
    public String words() {
        return words;
    }

    /** Everything that is wrong, in the order of this list. */
    public static List<TermsProblem> of(OrderTerms terms) {
        List<TermsProblem> problems = List.of();
        for (var problem : ALL) {
            if (problem.isIn.test(terms)) {
                problems = problems.isEmpty() ? new ArrayList<>() : problems;
                problems.add(problem);
            }
        }
        return problems;
    }

    private static boolean isNotPositive(Price price) {
        return price != null && !price.isPositive();
    }

    private static boolean hasOneDistance(Trailing trailing) {
        return trailing.offset() == null
                ? trailing.offsetBps() > 0 && trailing.offsetBps() < 10_000
                : trailing.offset().isPositive() && trailing.offsetBps() == 0;
    }

    private static boolean isImmediate(OrderTerms terms) {
        return terms.timeInForce() == TimeInForce.IOC || terms.timeInForce() == TimeInForce.FOK;
    }

    private static boolean restsAtALimit(OrderTerms terms) {
        return terms.type().hasLimit() || terms.type() == OrderType.TRAILING_STOP_LIMIT;
    }

    private static boolean weightsFit(Algorithm algorithm) {
        return switch (algorithm.kind()) {
            case TWAP -> algorithm.weights().isEmpty();
            case VWAP ->
                algorithm.weights().size() == algorithm.slices()
                        && algorithm.weights().stream().allMatch(weight -> weight >= 0 && weight <= Slices.MAX_WEIGHT)
                        && algorithm.weights().stream().anyMatch(weight -> weight > 0);
        };
    }
}
