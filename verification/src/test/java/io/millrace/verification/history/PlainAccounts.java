package io.millrace.verification.history;

import io.millrace.core.portfolio.Account;
import io.millrace.schemas.Topics;

/**
 * Accounts that {@link Book} can add up point by point: one position per instrument, average cost, one currency, no funding, and no
 * decision that gave a clock up, after which reports may come late.
 */
final class PlainAccounts {
    private PlainAccounts() {}

    static boolean isPlain(History history, String accountId) {
        return !hasGivenUp(history, accountId)
                && !paysFunding(history, accountId)
                && AccountDecisions.versions(history, accountId).stream()
                        .allMatch(account -> account.positions() == Account.Positions.NETTING
                                && account.costs() == Account.Costs.AVERAGE
                                && isOfOneCurrency(history, account));
    }

    private static boolean paysFunding(History history, String accountId) {
        return history.of(Topics.EQUITY).stream()
                .map(Logged::value)
                .anyMatch(point ->
                        point.accountId().equals(accountId) && point.funding().units() != 0);
    }

    private static boolean hasGivenUp(History history, String accountId) {
        return history.of(Topics.DECISIONS).stream()
                .map(Logged::value)
                .anyMatch(decision -> decision.clockWaitExceeded()
                        && decision.intent().accountId().equals(accountId));
    }

    /** Whether everything the account traded is quoted in its own currency. */
    static boolean isOfOneCurrency(History history, Account account) {
        return account.conversions().isEmpty()
                && history.of(Topics.EXECUTION_REPORTS).stream()
                        .map(Logged::value)
                        .filter(report -> report.accountId().equals(account.accountId())
                                && report.type().isFill())
                        .map(report -> report.instrument())
                        .distinct()
                        .allMatch(instrument -> history.of(Topics.INSTRUMENTS).stream()
                                .map(Logged::value)
                                .filter(rules -> rules.id().equals(instrument))
                                .allMatch(rules -> rules.quoteCurrency().equals(account.currency())));
    }
}
