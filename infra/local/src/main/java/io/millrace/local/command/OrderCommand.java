package io.millrace.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millrace order}. */
@Command(
        name = "order",
        description = "Submits, cancels and shows orders, through the gateway.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./millrace order submit demo BTC-USD.BITSTAMP BUY 0.5 --limit 1050.00",
            "  ./millrace order list demo"
        })
public final class OrderCommand {
    @Command(
            name = "submit",
            description = "Submits an order; a market order unless a limit is given.",
            mixinStandardHelpOptions = true)
    int submit(
            @Parameters(paramLabel = "ACCOUNT") String account,
            @Parameters(paramLabel = "INSTRUMENT") String instrument,
            @Parameters(paramLabel = "BUY|SELL") String side,
            @Parameters(paramLabel = "QUANTITY") String quantity,
            @Option(names = "--limit", paramLabel = "PRICE", description = "The worst price.") String limit,
            @Option(names = "--ioc", description = "Fill at the first chance or expire.") boolean immediate,
            @Option(names = "--reduce-only", description = "Only bring the position nearer to zero.") boolean reduce,
            @Option(names = "--key", description = "Idempotency key: a repetition is the same order.") String key)
            throws IOException, InterruptedException {
        var body = new ObjectMapper()
                .createObjectNode()
                .put("accountId", account)
                .put("instrument", instrument)
                .put("side", side)
                .put("type", limit == null ? "MARKET" : "LIMIT")
                .put("timeInForce", immediate ? "IOC" : "GTC")
                .put("quantity", quantity)
                .put("reduceOnly", reduce);
        if (limit != null) {
            body.put("limitPrice", limit);
        }
        Here.callGateway("POST", "/v1/orders", Optional.of(body), keyOr(key));
        return 0;
    }

    @Command(name = "cancel", description = "Asks for an order's end.", mixinStandardHelpOptions = true)
    int cancel(
            @Parameters(paramLabel = "ORDER") String id,
            @Option(names = "--key", description = "Idempotency key: a repetition is the same cancel.") String key)
            throws IOException, InterruptedException {
        Here.callGateway("DELETE", "/v1/orders/" + id, Optional.empty(), keyOr(key));
        return 0;
    }

    @Command(name = "show", description = "Shows an order.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ORDER") String id) throws IOException, InterruptedException {
        Here.callGateway("GET", "/v1/orders/" + id, Optional.empty(), Optional.empty());
        return 0;
    }

    @Command(name = "list", description = "Lists an account's latest orders.", mixinStandardHelpOptions = true)
    int list(@Parameters(paramLabel = "ACCOUNT") String account) throws IOException, InterruptedException {
        Here.callGateway("GET", "/v1/orders?accountId=" + account, Optional.empty(), Optional.empty());
        return 0;
    }

    private static Optional<String> keyOr(String key) {
        return Optional.of(key == null ? UUID.randomUUID().toString() : key);
    }
}
