package io.millrace.local.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows how far the replay is: in place on a terminal, a line now and then elsewhere. */
final class Screen {
    private static final long MILLIS_ON_TERMINAL = 500;
    private static final long MILLIS_ELSEWHERE = 5_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final List<String> addresses;
    private long shownAt;
    private int lines;

    /**
     * Shows nothing yet.
     *
     * @param terminal whether lines can be overwritten
     * @param addresses of the dashboards
     */
    Screen(PrintStream out, boolean terminal, List<String> addresses) {
        this.out = out;
        this.terminal = terminal;
        this.addresses = addresses;
    }

    /** Shows the state, unless it was shown just before. */
    void show(Harvest harvest) {
        long now = System.currentTimeMillis();
        if (now - shownAt < (terminal ? MILLIS_ON_TERMINAL : MILLIS_ELSEWHERE)) {
            return;
        }
        shownAt = now;
        var text = terminal
                ? block(harvest)
                : List.of(String.join("  ", block(harvest).subList(0, 2)));
        if (terminal && lines > 0) {
            out.print("\033[" + lines + "A");
        }
        text.forEach(line -> out.print(line + (terminal ? "\033[K\n" : "\n")));
        out.flush();
        lines = text.size();
    }

    private List<String> block(Harvest harvest) {
        var market = harvest.market();
        var trading = harvest.trading();
        var block = new ArrayList<String>();
        block.add(String.format(
                Locale.ROOT,
                "%s  trades %,d  bars %,d  indicator values %,d  features %,d",
                time(market.eventNanos()),
                market.trades(),
                market.bars(),
                market.indicatorValues(),
                market.featureVectors()));
        block.add(String.format(
                Locale.ROOT,
                "intents %,d  approved %,d  rejected %,d  orders %,d  reports %,d  equity %s",
                trading.intents().size(),
                trading.approvals(),
                trading.decisions().size() - trading.approvals(),
                trading.commands().size(),
                trading.reports().size(),
                equity(trading)));
        block.addAll(addresses);
        return block;
    }

    private static String equity(Trading trading) {
        var points = trading.equity();
        return points.isEmpty() ? "-" : points.get(points.size() - 1).equity().toString();
    }

    private static String time(long nanos) {
        return nanos == 0
                ? "no trade yet"
                : Instant.ofEpochSecond(nanos / NANOS_PER_SECOND).toString();
    }
}
