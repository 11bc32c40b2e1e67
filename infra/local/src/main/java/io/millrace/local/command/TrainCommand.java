package io.millrace.local.command;

import picocli.CommandLine.Command;

/** {@code millrace train}. */
@Command(
        name = "train",
        description = "Trains models on what the topics hold.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace train regimes --instrument BTC-USD.BITSTAMP --interval 5m --states 3"},
        subcommands = TrainRegimesCommand.class)
public final class TrainCommand {}
