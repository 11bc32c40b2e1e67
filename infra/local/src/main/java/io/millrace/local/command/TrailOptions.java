package io.millrace.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a trailing stop follows the market. */
final class TrailOptions {
    private static final String BPS = "bps";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--trail",
            paramLabel = "DISTANCE",
            description =
                    "Act once the market turns by a distance: a price (5), percent (1.5%%) or basis points (150bps).")
    private String distance;

    @Option(
            names = "--trail-limit",
            paramLabel = "OFFSET",
            description = "With --trail: a limit so far beyond the trigger. Default: at the market.")
    private String limit;

    boolean areGiven() {
        return distance != null;
    }

    boolean haveLimit() {
        return limit != null;
    }

    /** Adds what is given. */
    void write(ObjectNode order) {
        if (distance == null) {
            if (limit != null) {
                throw new ParameterException(spec.commandLine(), "--trail-limit needs --trail");
            }
            return;
        }
        var trailing = order.putObject("trailing");
        if (distance.endsWith("%")) {
            trailing.put("offsetBps", bps(distance.substring(0, distance.length() - 1), 2));
        } else if (distance.endsWith(BPS)) {
            trailing.put("offsetBps", bps(distance.substring(0, distance.length() - BPS.length()), 0));
        } else {
            trailing.put("offset", distance);
        }
        if (limit != null) {
            trailing.put("limitOffset", limit);
        }
    }

    private long bps(String number, int digits) {
        try {
            return new BigDecimal(number).movePointRight(digits).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--trail must be a price, percent or whole basis points, was '" + distance + "'",
                    e);
        }
    }
}
