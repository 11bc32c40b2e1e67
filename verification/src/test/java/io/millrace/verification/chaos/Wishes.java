package io.millrace.verification.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.order.Action;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person wants next: drawn from a seed, priced at the market. */
final class Wishes {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of orders, each as often as it is drawn. */
    private static final List<Kind> ORDERS = List.of(
            new Kind("market", Draft::market),
            new Kind("market", Draft::market),
            new Kind("limit", Draft::limit),
            new Kind("limit", Draft::limit),
            new Kind("limit", Draft::limit),
            new Kind("post only", Draft::postOnly),
            new Kind("iceberg", Draft::iceberg),
            new Kind("good till date", Draft::goodTillDate),
            new Kind("stop market", draft -> draft.triggered("STOP_MARKET", 1)),
            new Kind("stop limit", draft -> draft.triggered("STOP_LIMIT", 1)),
            new Kind("market if touched", draft -> draft.triggered("MARKET_IF_TOUCHED", -1)),
            new Kind("limit if touched", draft -> draft.triggered("LIMIT_IF_TOUCHED", -1)),
            new Kind("trailing stop market", draft -> draft.trailing("TRAILING_STOP_MARKET")),
            new Kind("trailing stop limit", draft -> draft.trailing("TRAILING_STOP_LIMIT")),
            new Kind("market to limit", Draft::marketToLimit),
            new Kind("bracket", Draft::bracket),
            new Kind("one cancels other", Draft::oneCancelsOther),
            new Kind("twap", Draft::twap));

    private static final String CANCEL = "cancel";
    private static final String REPLACE = "replace";
    private static final String HALT = "halt";
    private static final String REDUCE = "reduce";
    private static final String RESUME = "resume";

    /** Everything that people want sooner or later, by the names that wishes have. */
    static final SortedSet<String> KINDS = Stream.concat(
                    ORDERS.stream().map(Kind::name), Stream.of(CANCEL, REPLACE, HALT, REDUCE, RESUME))
            .collect(Collectors.toCollection(TreeSet::new));

    private final String account;
    private final Random random;

    Wishes(String account, Random random) {
        this.account = account;
        this.random = random;
    }

    private record Kind(String name, Consumer<Draft> terms) {}

    /**
     * A request to the gateway.
     *
     * @param kind one of {@link #KINDS}
     * @param body none where the path says all
     */
    record Wish(String kind, Action action, String method, String path, Optional<ObjectNode> body) {}

    /**
     * The next one.
     *
     * @param market price of the last trade
     * @param orders ids of orders that this person has
     */
    Wish next(BigDecimal market, List<String> orders) {
        int choice = random.nextInt(100);
        if (choice < 20 && !orders.isEmpty()) {
            return new Wish(CANCEL, Action.CANCEL, "DELETE", "/v1/orders/" + drawn(orders), Optional.empty());
        }
        if (choice < 30 && !orders.isEmpty()) {
            var change = JSON.createObjectNode().put("quantity", quantity().toPlainString());
            return new Wish(REPLACE, Action.REPLACE, "PUT", "/v1/orders/" + drawn(orders), Optional.of(change));
        }
        // An account that has never ordered follows no market: a command would put it into the person's own time, for
        // good.
        if (choice < 38 && !orders.isEmpty()) {
            return command(choice);
        }
        var draft = new Draft(market, random.nextBoolean());
        var kind = drawn(ORDERS);
        kind.terms().accept(draft);
        draft.order.put("accountId", account).put("instrument", Market.INSTRUMENT);
        return new Wish(kind.name(), Action.SUBMIT, "POST", "/v1/orders", Optional.of(draft.order));
    }

    /** Whoever is halted or reduced resumes twice as often. */
    private Wish command(int choice) {
        return switch (choice) {
            case 30, 31 -> command(HALT, Action.HALT);
            case 32, 33 -> command(REDUCE, Action.REDUCE);
            default -> command(RESUME, Action.RESUME);
        };
    }

    private Wish command(String name, Action action) {
        var path = "/v1/accounts/" + account + "/" + name;
        return new Wish(name, action, "POST", path, Optional.of(JSON.createObjectNode()));
    }

    private <T> T drawn(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** From a hundredth to four tenths, now and then more than any limit allows. */
    private BigDecimal quantity() {
        return random.nextInt(20) == 0 ? BigDecimal.valueOf(50) : BigDecimal.valueOf(10 + random.nextInt(400), 3);
    }

    /** An order on its way. */
    private final class Draft {
        private final BigDecimal market;
        private final boolean buys;
        private final ObjectNode order = JSON.createObjectNode();

        Draft(BigDecimal market, boolean buys) {
            this.market = market;
            this.buys = buys;
            side(order, buys).put("quantity", quantity().toPlainString());
        }

        void market() {
            order.put("type", "MARKET");
        }

        void limit() {
            order.put("type", "LIMIT")
                    .put("limitPrice", better(random.nextInt(120) - 20))
                    .put("timeInForce", drawn(List.of("GTC", "GTC", "IOC", "FOK")));
        }

        void postOnly() {
            order.put("type", "LIMIT")
                    .put("limitPrice", better(random.nextInt(100)))
                    .put("postOnly", true);
        }

        void iceberg() {
            order.put("type", "LIMIT")
                    .put("limitPrice", better(random.nextInt(50)))
                    .put("quantity", "1.2")
                    .put("displayQuantity", "0.3");
        }

        void goodTillDate() {
            order.put("type", "LIMIT")
                    .put("limitPrice", better(random.nextInt(100)))
                    .put("timeInForce", "GTD")
                    .put("expireAt", "2013-11-%02dT12:00:00Z".formatted(25 + random.nextInt(6)));
        }

        /** @param direction 1 to act on a worse price, -1 on a better one */
        void triggered(String type, int direction) {
            int away = 20 + random.nextInt(80);
            order.put("type", type).put("triggerPrice", better(-direction * away));
            if (type.contains("LIMIT")) {
                order.put("limitPrice", better(-direction * away - 30));
            }
        }

        void trailing(String type) {
            var trailing = order.put("type", type)
                    .put("triggerPrice", better(-50))
                    .putObject("trailing")
                    .put("offsetBps", 50);
            if (type.contains("LIMIT")) {
                trailing.put("limitOffset", "1");
            }
        }

        void marketToLimit() {
            order.put("type", "MARKET_TO_LIMIT");
        }

        void bracket() {
            market();
            order.put("contingency", "BRACKET");
            var attached = order.putArray("attached");
            side(attached.addObject(), !buys)
                    .put("quantity", order.path("quantity").asText())
                    .put("type", "LIMIT")
                    .put("limitPrice", better(-80))
                    .put("reduceOnly", true);
            side(attached.addObject(), !buys)
                    .put("quantity", order.path("quantity").asText())
                    .put("type", "STOP_MARKET")
                    .put("triggerPrice", better(80))
                    .put("reduceOnly", true);
        }

        void oneCancelsOther() {
            order.put("type", "LIMIT").put("limitPrice", better(60)).put("contingency", "OCO");
            side(order.putArray("attached").addObject(), buys)
                    .put("quantity", order.path("quantity").asText())
                    .put("type", "STOP_MARKET")
                    .put("triggerPrice", better(-60));
        }

        void twap() {
            market();
            order.put("quantity", "1")
                    .putObject("algorithm")
                    .put("kind", "TWAP")
                    .put("horizon", "PT2H")
                    .put("slices", 4);
        }

        private ObjectNode side(ObjectNode of, boolean buy) {
            return of.put("side", buy ? "BUY" : "SELL");
        }

        /** A price so many basis points better than the market for this order's side, or worse if negative. */
        private String better(int bps) {
            var factor = BigDecimal.valueOf(10_000L + (buys ? -bps : bps), 4);
            return market.multiply(factor).setScale(2, RoundingMode.HALF_UP).toPlainString();
        }
    }
}
