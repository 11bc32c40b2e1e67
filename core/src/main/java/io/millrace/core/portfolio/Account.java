package io.millrace.core.portfolio;

import io.millrace.core.money.Money;

/**
 * One version of an account.
 *
 * @param currency the currency of its cash ({@code USD})
 * @param deposit its starting cash
 * @param policyId the risk policy that applies to it
 * @param version grows by one with every change
 * @param effectiveFromNanos event time from which on this version holds
 */
public record Account(
        String accountId, long version, String currency, Money deposit, String policyId, long effectiveFromNanos) {}
