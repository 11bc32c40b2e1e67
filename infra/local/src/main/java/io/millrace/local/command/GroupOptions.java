package io.millrace.local.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Orders that depend on the first one. */
final class GroupOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--attach",
            paramLabel = "ORDER",
            description = "A further order, in quotes: 'sell 0.5 --stop 95'. Once for each; say how they depend.")
    private List<String> attached = new ArrayList<>();

    @Option(names = "--oco", description = "A fill of one order cancels the others.")
    private boolean oneCancelsOther;

    @Option(names = "--oto", description = "The attached orders wait for the first one to fill.")
    private boolean oneTriggersOther;

    @Option(names = "--bracket", description = "The attached orders are exits: they wait, then cancel each other.")
    private boolean bracket;

    @Option(names = "--take-profit", paramLabel = "PRICE", description = "A bracket's exit at this limit.")
    private String takeProfit;

    @Option(names = "--stop-loss", paramLabel = "PRICE", description = "A bracket's exit once the market is there.")
    private String stopLoss;

    /** Adds what is given to an order that has side and quantity. */
    void write(ObjectNode order) {
        boolean exits = takeProfit != null || stopLoss != null;
        long ways = Stream.of(oneCancelsOther, oneTriggersOther, bracket || exits)
                .filter(given -> given)
                .count();
        if (ways > 1) {
            throw new ParameterException(spec.commandLine(), "--oco, --oto and --bracket exclude each other");
        }
        if ((ways == 0) != (attached.isEmpty() && !exits)) {
            throw new ParameterException(
                    spec.commandLine(), "--attach needs one of --oco, --oto and --bracket, and they need --attach");
        }
        if (ways == 1) {
            order.put("contingency", oneCancelsOther ? "OCO" : oneTriggersOther ? "OTO" : "BRACKET");
            var orders = order.putArray("attached");
            exit(order, orders, "LIMIT", "limitPrice", takeProfit);
            exit(order, orders, "STOP_MARKET", "triggerPrice", stopLoss);
            attached.forEach(text -> orders.add(AttachedOrder.parse(text, spec.commandLine())));
        }
    }

    private static void exit(ObjectNode entry, ArrayNode orders, String type, String field, String price) {
        if (price != null) {
            orders.addObject()
                    .put("side", entry.get("side").textValue().equals("BUY") ? "SELL" : "BUY")
                    .put("quantity", entry.get("quantity").textValue())
                    .put("type", type)
                    .put(field, price);
        }
    }
}
