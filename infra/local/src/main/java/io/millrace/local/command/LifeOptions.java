package io.millrace.local.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long an order lives and how it is worked. */
final class LifeOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--ioc", description = "Fill what can be filled at the first chance, then end.")
    private boolean immediate;

    @Option(names = "--fok", description = "Fill as a whole at the first chance or not at all.")
    private boolean wholeOrNone;

    @Option(names = "--day", description = "Until the end of the session, of the UTC day where there is none.")
    private boolean day;

    @Option(names = "--until", paramLabel = "TIME", description = "Until an event time, ISO 8601. Default: canceled.")
    private String until;

    @Option(names = "--post-only", description = "Rejected rather than taking liquidity.")
    private boolean postOnly;

    @Option(names = "--display", paramLabel = "QUANTITY", description = "Show only so much at a time (iceberg).")
    private String display;

    /** Adds what is given. */
    void write(ObjectNode order) {
        if (Stream.of(immediate, wholeOrNone, day, until != null)
                        .filter(given -> given)
                        .count()
                > 1) {
            throw new ParameterException(spec.commandLine(), "--ioc, --fok, --day and --until exclude each other");
        }
        var life = immediate ? "IOC" : wholeOrNone ? "FOK" : day ? "DAY" : until != null ? "GTD" : null;
        if (life != null) {
            order.put("timeInForce", life);
        }
        if (until != null) {
            order.put("expireAt", until);
        }
        if (postOnly) {
            order.put("postOnly", true);
        }
        if (display != null) {
            order.put("displayQuantity", display);
        }
    }
}
