package io.millrace.local.command;

import picocli.CommandLine.Command;

/** {@code millrace bench}: the benchmarks that need the platform; the others are run by the script itself. */
@Command(
        name = "bench",
        hidden = true,
        description = "Measures, and prints the result.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace bench replay --json"},
        subcommands = ReplayBenchCommand.class)
public final class BenchCommand {}
