package io.millrace.verification.history;

import java.util.List;
import java.util.stream.Collectors;

/** All checkers at once. */
public final class Checkers {
    /** Each promise once. */
    static final List<Checker> ALL = List.of(
            new NoInputLost(),
            new NoInputDoubled(),
            new BarsHoldTheTrades(),
            new AnalyticsFollowBars(),
            new IntentsKeepTheirIdentity(),
            new RequestsArriveOnce(),
            new EveryIntentDecidedOnce(),
            new NoApprovalWithoutDecision(),
            new NoCommandWithoutApproval(),
            new NoExecutionWithoutCommand(),
            new OrdersFollowTheirStates(),
            new NeverFilledAboveOrdered(),
            new FillsArePossible(),
            new LimitsNeverExceeded(),
            new MeasuresAreTrue(),
            new MoneyConserved(),
            new BooksEqualFills(),
            new LedgerEqualsTopics(),
            new GatewayShowsTopics(),
            new AcknowledgedAreShown(),
            new NothingAbortedSeen(),
            new ClocksOnlyAdvance(),
            new OnlyPoisonIsRefused());

    private Checkers() {}

    /** Every violation of every promise; empty if the run is good. */
    public static List<Violation> all(History history) {
        return ALL.stream().flatMap(checker -> checker.check(history).stream()).toList();
    }

    /** The names of all checkers, as violations carry them. */
    public static List<String> names() {
        return ALL.stream().map(checker -> checker.getClass().getSimpleName()).toList();
    }

    /**
     * Violations as text: how many of each checker, then the first of each in full.
     *
     * @param most how many of each checker are shown
     */
    public static String report(List<Violation> violations, int most) {
        var byChecker = violations.stream().collect(Collectors.groupingBy(Violation::checker, Collectors.toList()));
        var report = new StringBuilder();
        byChecker.forEach((checker, found) -> {
            report.append(checker).append(": ").append(found.size()).append(" violations\n");
            found.stream()
                    .limit(most)
                    .forEach(one -> report.append("  ").append(one).append('\n'));
        });
        return report.toString();
    }
}
