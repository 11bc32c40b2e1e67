package io.millrace.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** An order attached to another, as a text: {@code sell 0.5 --stop 95}. */
@Command(name = "--attach")
final class AttachedOrder {
    @Parameters(index = "0")
    private String side;

    @Parameters(index = "1")
    private String quantity;

    @Mixin
    private final PriceOptions prices = new PriceOptions();

    @Mixin
    private final LifeOptions life = new LifeOptions();

    @Option(names = "--reduce-only")
    private boolean reduceOnly;

    private AttachedOrder() {}

    /** Reads one. */
    static ObjectNode parse(String text, CommandLine command) {
        var attached = new AttachedOrder();
        try {
            new CommandLine(attached).parseArgs(text.trim().split("\\s+"));
            return attached.json();
        } catch (ParameterException e) {
            throw new ParameterException(command, "--attach '" + text + "': " + e.getMessage(), e);
        }
    }

    private ObjectNode json() {
        var order = new ObjectMapper()
                .createObjectNode()
                .put("side", side.toUpperCase(Locale.ROOT))
                .put("quantity", quantity);
        prices.write(order);
        life.write(order);
        if (reduceOnly) {
            order.put("reduceOnly", true);
        }
        return order;
    }
}
