package io.millrace.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace order buy} and {@code millrace order sell}: the command's name is the side. */
@Command(
        description = {
            "Submits an order, or a group of them.",
            "What has to happen first and the worst price make its type: without them it is a market order."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        footer = {
            "",
            "Examples:",
            "  ./millrace order buy demo BTC-USD.BITSTAMP 0.5",
            "  ./millrace order buy demo BTC-USD.BITSTAMP 0.5 --limit 1050 --post-only --day",
            "  ./millrace order buy demo BTC-USD.BITSTAMP 0.5 --stop 1100 --limit 1105",
            "  ./millrace order sell demo BTC-USD.BITSTAMP 0.5 --touch 1200 --reduce-only",
            "  ./millrace order sell demo BTC-USD.BITSTAMP 0.5 --trail 1.5%% --activate 1150 --reduce-only",
            "  ./millrace order buy demo BTC-USD.BITSTAMP 0.5 --limit 1050 --take-profit 1200 --stop-loss 1000",
            "  ./millrace order sell demo BTC-USD.BITSTAMP 0.5 --limit 1200 --oco --attach 'sell 0.5 --stop 1000'",
            "  ./millrace order buy demo BTC-USD.BITSTAMP 10 --limit 1050 --display 1 --until 2013-12-01T00:00:00Z",
            "  ./millrace order buy demo BTC-USD.BITSTAMP 10 --twap 10m --slices 10",
            "  ./millrace order buy demo BTC-USD.BITSTAMP 10 --vwap 1h --weights 5,3,2,4"
        })
final class PlaceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACCOUNT")
    private String account;

    @Parameters(index = "1", paramLabel = "INSTRUMENT", description = "SYMBOL.VENUE")
    private String instrument;

    @Parameters(index = "2", paramLabel = "QUANTITY")
    private String quantity;

    @Mixin
    private final PriceOptions prices = new PriceOptions();

    @Mixin
    private final LifeOptions life = new LifeOptions();

    @Option(names = "--reduce-only", description = "Only bring the position nearer to zero.")
    private boolean reduceOnly;

    @Mixin
    private final AlgorithmOptions algorithm = new AlgorithmOptions();

    @Mixin
    private final GroupOptions group = new GroupOptions();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who read the log.")
    private String reason;

    @Mixin
    private final KeyOption key = new KeyOption();

    @Override
    public Integer call() throws Exception {
        Here.callGateway("POST", "/v1/orders", Optional.of(body()), key.value());
        return 0;
    }

    /** The request. */
    ObjectNode body() {
        var order = new ObjectMapper()
                .createObjectNode()
                .put("accountId", account)
                .put("instrument", instrument)
                .put("side", spec.name().toUpperCase(Locale.ROOT))
                .put("quantity", quantity);
        prices.write(order);
        life.write(order);
        if (reduceOnly) {
            order.put("reduceOnly", true);
        }
        algorithm.write(order);
        group.write(order);
        if (reason != null) {
            order.put("reason", reason);
        }
        return order;
    }
}
