package io.millrace.local.command;

import io.millrace.local.flink.FlinkJob;
import io.millrace.local.platform.RunningPlatform;
import io.millrace.local.process.ResidentMemory;
import io.millrace.local.setup.LocalPort;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code millrace status}. */
@Command(
        name = "status",
        description = "Shows the parts that run: process, memory, address. Exit code 1 if one is missing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./millrace status"})
public final class StatusCommand implements Callable<Integer> {
    private static final Set<String> COMES_AND_GOES = Set.of(LocalPort.MARKETDATA.part(), LocalPort.STREAMS_2.part());

    @Override
    public Integer call() throws Exception {
        var platform = Here.requirePlatform();
        var processes = platform.processes();
        boolean complete = true;
        System.out.printf("state        %s%n", platform.state().directory());
        for (var name : names()) {
            var process = processes.get(name);
            if (process != null) {
                System.out.printf(
                        "%-12s up    process %-8d %5d MiB  %s%n",
                        name, process.pid(), ResidentMemory.ofTree(process) >> 20, address(platform, name));
            } else if (!COMES_AND_GOES.contains(name)) {
                complete = false;
                System.out.printf("%-12s down  log %s%n", name, platform.state().log(name));
            }
        }
        return jobs(platform) && complete ? 0 : 1;
    }

    private static boolean jobs(RunningPlatform platform) throws IOException, InterruptedException {
        var submission = platform.parts().submission();
        boolean all = true;
        for (var job : FlinkJob.values()) {
            boolean there = submission.isThere(job);
            all &= there;
            System.out.printf("job %-18s %s%n", job.word(), there ? "submitted" : "not submitted");
        }
        return all;
    }

    private static SortedSet<String> names() {
        var names = new TreeSet<String>();
        Arrays.stream(LocalPort.values()).map(LocalPort::part).forEach(names::add);
        return names;
    }

    private static String address(RunningPlatform platform, String part) {
        return Arrays.stream(LocalPort.values())
                .filter(port -> port.part().equals(part))
                .map(platform::url)
                .findFirst()
                .orElse("");
    }
}
