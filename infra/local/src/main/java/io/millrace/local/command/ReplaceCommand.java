package io.millrace.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace order replace}. */
@Command(
        name = "replace",
        description = "Gives an open order other terms; what is not given stays as it is.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        footer = {
            "",
            "Examples:",
            "  ./millrace order replace 1a79a4d6-0d2c-3c5b-8e4f-6f1f2d3c4b5a --limit 1040 --quantity 0.4",
            "  ./millrace order replace 1a79a4d6-0d2c-3c5b-8e4f-6f1f2d3c4b5a --trigger 990 --until 2013-12-01T00:00:00Z"
        })
final class ReplaceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ORDER")
    private String id;

    @Option(names = "--quantity", paramLabel = "QUANTITY", description = "In all, what is filled by then included.")
    private String quantity;

    @Option(names = "--limit", paramLabel = "PRICE", description = "The worst price.")
    private String limit;

    @Option(names = "--trigger", paramLabel = "PRICE", description = "Where a stop or if-touched order acts.")
    private String trigger;

    @Mixin
    private final TrailOptions trail = new TrailOptions();

    @Mixin
    private final LifeOptions life = new LifeOptions();

    @Mixin
    private final KeyOption key = new KeyOption();

    @Override
    public Integer call() throws Exception {
        Here.callGateway("PUT", "/v1/orders/" + id, Optional.of(body()), key.value());
        return 0;
    }

    /** The request. */
    ObjectNode body() {
        var terms = new ObjectMapper().createObjectNode();
        if (quantity != null) {
            terms.put("quantity", quantity);
        }
        if (limit != null) {
            terms.put("limitPrice", limit);
        }
        if (trigger != null) {
            terms.put("triggerPrice", trigger);
        }
        trail.write(terms);
        life.write(terms);
        if (terms.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "nothing is given that would change");
        }
        return terms;
    }
}
