package io.millrace.schemas;

import static io.millrace.schemas.UndecodableException.invalid;

import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.Algorithm;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.Contingency;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.OrderLink;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.OrderType;
import io.millrace.core.order.Ordering;
import io.millrace.core.order.Side;
import io.millrace.core.order.TimeInForce;
import io.millrace.core.order.Trailing;
import io.millrace.core.order.VenueCommand;

/**
 * Intents, approved orders and commands to Avro and back. Sizes and prices are not judged here: to object to them is
 * risk's work, and its decision is on record.
 */
final class OrderCodecs {
    static final Symbols<Side, io.millrace.avro.Side> SIDE = Symbols.between(Side.class, io.millrace.avro.Side.class);
    private static final Symbols<Action, io.millrace.avro.Action> ACTION =
            Symbols.between(Action.class, io.millrace.avro.Action.class);
    private static final Symbols<Ordering, io.millrace.avro.Ordering> ORDERING =
            Symbols.between(Ordering.class, io.millrace.avro.Ordering.class);
    private static final Symbols<OrderType, io.millrace.avro.OrderType> TYPE =
            Symbols.between(OrderType.class, io.millrace.avro.OrderType.class);
    private static final Symbols<TimeInForce, io.millrace.avro.TimeInForce> TIME_IN_FORCE =
            Symbols.between(TimeInForce.class, io.millrace.avro.TimeInForce.class);

    private static final Symbols<Algorithm.Kind, io.millrace.avro.AlgorithmKind> ALGORITHM =
            Symbols.between(Algorithm.Kind.class, io.millrace.avro.AlgorithmKind.class);
    private static final Symbols<Contingency, io.millrace.avro.Contingency> CONTINGENCY =
            Symbols.between(Contingency.class, io.millrace.avro.Contingency.class);
    private static final Symbols<OrderLink.Rule, io.millrace.avro.LinkRule> LINK_RULE =
            Symbols.between(OrderLink.Rule.class, io.millrace.avro.LinkRule.class);

    private OrderCodecs() {}

    static io.millrace.avro.OrderIntent intent(OrderIntent intent) {
        var avro = new io.millrace.avro.OrderIntent();
        avro.setIntentId(intent.intentId());
        avro.setAction(ACTION.toAvro(intent.action()));
        avro.setAccountId(intent.accountId());
        avro.setStrategyId(intent.strategyId());
        avro.setStrategyVersion(intent.strategyVersion());
        avro.setInstrument(
                intent.instrument() == null ? "" : intent.instrument().toString());
        avro.setOrdinal(intent.ordinal());
        avro.setEventTimeNanos(intent.eventTimeNanos());
        avro.setOrdering(ORDERING.toAvro(intent.ordering()));
        avro.setTerms(terms(intent.terms()));
        avro.setCancelOrderId(intent.cancelOrderId());
        avro.setReason(intent.reason());
        avro.setAttached(intent.attached().stream().map(OrderCodecs::terms).toList());
        avro.setContingency(CONTINGENCY.toAvroOrNull(intent.contingency()));
        avro.setSizing(SizingCodec.toAvro(intent.sizing()));
        avro.setParentOrderId(intent.parentOrderId());
        return avro;
    }

    static OrderIntent intent(io.millrace.avro.OrderIntent avro) {
        var action = ACTION.toCore(avro.getAction());
        if ((action == Action.CANCEL || action == Action.REPLACE) && avro.getCancelOrderId() == null) {
            throw invalid("cancelOrderId", "present in a " + action, "absent");
        }
        if (!avro.getAttached().isEmpty() && avro.getContingency() == null) {
            throw invalid("contingency", "present with attached orders", "absent");
        }
        return new OrderIntent(
                avro.getIntentId(),
                action,
                avro.getStrategyId(),
                avro.getStrategyVersion(),
                avro.getAccountId(),
                action.concernsOneOrder() ? Fields.instrument(avro.getInstrument()) : null,
                avro.getOrdinal(),
                avro.getEventTimeNanos(),
                ORDERING.toCore(avro.getOrdering()),
                terms(action, avro.getTerms()),
                avro.getCancelOrderId(),
                avro.getReason(),
                avro.getAttached().stream()
                        .map(attached -> terms(action, attached))
                        .toList(),
                CONTINGENCY.toCoreOrNull(avro.getContingency()),
                SizingCodec.toCore(avro.getSizing()),
                avro.getParentOrderId());
    }

    static io.millrace.avro.ApprovedOrder approvedOrder(ApprovedOrder order) {
        var avro = new io.millrace.avro.ApprovedOrder();
        avro.setOrderId(order.orderId());
        avro.setIntentId(order.intentId());
        avro.setAction(ACTION.toAvro(order.action()));
        avro.setAccountId(order.accountId());
        avro.setStrategyId(order.strategyId());
        avro.setInstrument(order.instrument().toString());
        avro.setTerms(terms(order.terms()));
        avro.setOrdering(ORDERING.toAvro(order.ordering()));
        avro.setDecidedAtNanos(order.decidedAtNanos());
        avro.setLink(link(order.link()));
        return avro;
    }

    static ApprovedOrder approvedOrder(io.millrace.avro.ApprovedOrder avro) {
        var action = ACTION.toCore(avro.getAction());
        return new ApprovedOrder(
                avro.getOrderId(),
                avro.getIntentId(),
                action,
                avro.getAccountId(),
                avro.getStrategyId(),
                Fields.instrument(avro.getInstrument()),
                terms(action, avro.getTerms()),
                ORDERING.toCore(avro.getOrdering()),
                avro.getDecidedAtNanos(),
                link(avro.getLink()));
    }

    static io.millrace.avro.VenueCommand venueCommand(VenueCommand command) {
        var avro = new io.millrace.avro.VenueCommand();
        avro.setOrderId(command.orderId());
        avro.setIntentId(command.intentId());
        avro.setAction(ACTION.toAvro(command.action()));
        avro.setVenue(command.venue());
        avro.setAccountId(command.accountId());
        avro.setStrategyId(command.strategyId());
        avro.setInstrument(command.instrument().toString());
        avro.setTerms(terms(command.terms()));
        avro.setOrdering(ORDERING.toAvro(command.ordering()));
        avro.setDecidedAtNanos(command.decidedAtNanos());
        avro.setLink(link(command.link()));
        return avro;
    }

    static VenueCommand venueCommand(io.millrace.avro.VenueCommand avro) {
        var action = ACTION.toCore(avro.getAction());
        return new VenueCommand(
                avro.getOrderId(),
                avro.getIntentId(),
                action,
                avro.getVenue(),
                avro.getAccountId(),
                avro.getStrategyId(),
                Fields.instrument(avro.getInstrument()),
                terms(action, avro.getTerms()),
                ORDERING.toCore(avro.getOrdering()),
                avro.getDecidedAtNanos(),
                link(avro.getLink()));
    }

    private static io.millrace.avro.OrderTerms terms(OrderTerms terms) {
        if (terms == null) {
            return null;
        }
        var avro = new io.millrace.avro.OrderTerms();
        avro.setSide(SIDE.toAvro(terms.side()));
        avro.setType(TYPE.toAvro(terms.type()));
        avro.setTimeInForce(TIME_IN_FORCE.toAvro(terms.timeInForce()));
        avro.setQuantity(terms.quantity().units());
        avro.setLimitPrice(Fields.unitsOrNull(terms.limitPrice()));
        avro.setReduceOnly(terms.reduceOnly());
        avro.setTriggerPrice(Fields.unitsOrNull(terms.triggerPrice()));
        avro.setTrailing(trailing(terms.trailing()));
        avro.setExpireAtNanos(terms.expireAtNanos());
        avro.setPostOnly(terms.postOnly());
        avro.setDisplayQuantity(
                terms.displayQuantity() == null ? null : terms.displayQuantity().units());
        avro.setAlgorithm(algorithm(terms.algorithm()));
        return avro;
    }

    private static io.millrace.avro.Trailing trailing(Trailing trailing) {
        return trailing == null
                ? null
                : new io.millrace.avro.Trailing(
                        Fields.unitsOrNull(trailing.offset()),
                        trailing.offsetBps(),
                        Fields.unitsOrNull(trailing.limitOffset()));
    }

    private static Trailing trailing(io.millrace.avro.Trailing avro) {
        return avro == null
                ? null
                : new Trailing(
                        Fields.priceOrNull(avro.getOffset()),
                        avro.getOffsetBps(),
                        Fields.priceOrNull(avro.getLimitOffset()));
    }

    private static io.millrace.avro.Algorithm algorithm(Algorithm algorithm) {
        return algorithm == null
                ? null
                : new io.millrace.avro.Algorithm(
                        ALGORITHM.toAvro(algorithm.kind()),
                        algorithm.horizonNanos(),
                        algorithm.slices(),
                        algorithm.weights());
    }

    private static Algorithm algorithm(io.millrace.avro.Algorithm avro) {
        return avro == null
                ? null
                : new Algorithm(
                        ALGORITHM.toCore(avro.getKind()), avro.getHorizonNanos(), avro.getSlices(), avro.getWeights());
    }

    private static io.millrace.avro.OrderLink link(OrderLink link) {
        return link == null
                ? null
                : new io.millrace.avro.OrderLink(link.groupId(), link.parentOrderId(), LINK_RULE.toAvro(link.rule()));
    }

    private static OrderLink link(io.millrace.avro.OrderLink avro) {
        return avro == null
                ? null
                : new OrderLink(avro.getGroupId(), avro.getParentOrderId(), LINK_RULE.toCore(avro.getRule()));
    }

    private static OrderTerms terms(Action action, io.millrace.avro.OrderTerms avro) {
        if (avro == null) {
            if (action == Action.SUBMIT || action == Action.REPLACE) {
                throw invalid("terms", "present in a " + action, "absent");
            }
            return null;
        }
        var type = TYPE.toCore(avro.getType());
        if (type.hasLimit() && avro.getLimitPrice() == null) {
            throw invalid("terms.limitPrice", "present in a " + type + " order", "absent");
        }
        if (type.hasTrigger() && avro.getTriggerPrice() == null) {
            throw invalid("terms.triggerPrice", "present in a " + type + " order", "absent");
        }
        if (type.isTrailing() && avro.getTrailing() == null) {
            throw invalid("terms.trailing", "present in a " + type + " order", "absent");
        }
        return new OrderTerms(
                SIDE.toCore(avro.getSide()),
                type,
                TIME_IN_FORCE.toCore(avro.getTimeInForce()),
                new Quantity(avro.getQuantity()),
                Fields.priceOrNull(avro.getLimitPrice()),
                avro.getReduceOnly(),
                Fields.priceOrNull(avro.getTriggerPrice()),
                trailing(avro.getTrailing()),
                avro.getExpireAtNanos(),
                avro.getPostOnly(),
                avro.getDisplayQuantity() == null ? null : new Quantity(avro.getDisplayQuantity()),
                algorithm(avro.getAlgorithm()));
    }
}
