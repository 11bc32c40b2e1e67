package io.millrace.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** At which price an order fills, and what has to happen first: its type follows from what is given. */
final class PriceOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--limit", paramLabel = "PRICE", description = "The worst price. Default: the market's.")
    private String limit;

    @Option(
            names = "--stop",
            paramLabel = "PRICE",
            description = "Act once the market is there, against the order: a buy above, a sell below it.")
    private String stop;

    @Option(
            names = "--touch",
            paramLabel = "PRICE",
            description = "Act once the market is there, in favour: a buy below, a sell above it.")
    private String touch;

    @Mixin
    private final TrailOptions trail = new TrailOptions();

    @Option(names = "--activate", paramLabel = "PRICE", description = "With --trail: follow from this price on.")
    private String activate;

    @Option(names = "--to-limit", description = "At the market; what is left rests at the price of the first fill.")
    private boolean toLimit;

    /** Adds type and prices to an order. */
    void write(ObjectNode order) {
        require(
                Stream.of(stop != null, touch != null, trail.areGiven(), toLimit)
                                .filter(given -> given)
                                .count()
                        <= 1,
                "--stop, --touch, --trail and --to-limit exclude each other");
        require(trail.areGiven() || activate == null, "--activate needs --trail");
        require(limit == null || (!trail.areGiven() && !toLimit), "--limit does not go with --trail or --to-limit");
        order.put("type", type());
        if (limit != null) {
            order.put("limitPrice", limit);
        }
        Stream.of(stop, touch, activate)
                .filter(price -> price != null)
                .forEach(price -> order.put("triggerPrice", price));
        trail.write(order);
    }

    private String type() {
        var atMarket = limit == null;
        if (stop != null) {
            return atMarket ? "STOP_MARKET" : "STOP_LIMIT";
        }
        if (touch != null) {
            return atMarket ? "MARKET_IF_TOUCHED" : "LIMIT_IF_TOUCHED";
        }
        if (trail.areGiven()) {
            return trail.haveLimit() ? "TRAILING_STOP_LIMIT" : "TRAILING_STOP_MARKET";
        }
        return toLimit ? "MARKET_TO_LIMIT" : atMarket ? "MARKET" : "LIMIT";
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
