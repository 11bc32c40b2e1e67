package io.millrace.core.risk;

import io.millrace.core.market.Instrument;
import io.millrace.core.portfolio.Account;

/**
 * What people have set, as it is in force at a decision's time. Each is null if there is none.
 *
 * @param policy the account's policy
 * @param instrument the intent's instrument
 */
public record Rules(Account account, Policy policy, Instrument instrument) {}
