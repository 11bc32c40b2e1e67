package io.millrace.local.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millrace order}. */
@Command(
        name = "order",
        description = "Submits, changes, cancels and shows orders, through the gateway.",
        mixinStandardHelpOptions = true,
        subcommands = ReplaceCommand.class,
        footer = {
            "",
            "Examples:",
            "  ./millrace order buy demo BTC-USD.BITSTAMP 0.5 --limit 1050.00",
            "  ./millrace order sell --help",
            "  ./millrace order list demo --open",
            "  ./millrace order cancel-all demo"
        })
public final class OrderCommand {
    /** Adds the commands that differ by name alone. */
    public static void addSides(CommandLine millrace) {
        var order = millrace.getSubcommands().get("order");
        order.addSubcommand("buy", new PlaceCommand());
        order.addSubcommand("sell", new PlaceCommand());
    }

    @Command(name = "cancel", description = "Asks for an order's end.", mixinStandardHelpOptions = true)
    int cancel(@Parameters(paramLabel = "ORDER") String id, @Mixin KeyOption key)
            throws IOException, InterruptedException {
        Here.callGateway("DELETE", "/v1/orders/" + id, Optional.empty(), key.value());
        return 0;
    }

    @Command(
            name = "cancel-all",
            description = "Asks for the end of all of an account's open orders.",
            mixinStandardHelpOptions = true)
    int cancelAll(@Parameters(paramLabel = "ACCOUNT") String account, @Mixin KeyOption key)
            throws IOException, InterruptedException {
        Here.callGateway("DELETE", "/v1/orders?accountId=" + encoded(account), Optional.empty(), key.value());
        return 0;
    }

    @Command(name = "show", description = "Shows an order.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ORDER") String id) throws IOException, InterruptedException {
        Here.callGateway("GET", "/v1/orders/" + id, Optional.empty(), Optional.empty());
        return 0;
    }

    @Command(name = "list", description = "Lists an account's latest orders.", mixinStandardHelpOptions = true)
    int list(
            @Parameters(paramLabel = "ACCOUNT") String account,
            @Option(names = "--open", description = "Only those that are not done.") boolean open)
            throws IOException, InterruptedException {
        Here.callGateway(
                "GET",
                "/v1/orders?accountId=" + encoded(account) + (open ? "&open=true" : ""),
                Optional.empty(),
                Optional.empty());
        return 0;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
