package io.millrace.core.risk;

import io.millrace.core.execution.Instruments;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.calendar.TradingCalendar;
import io.millrace.core.portfolio.Account;
import io.millrace.core.strategy.StrategySpec;

/**
 * What people have set, as it is in force at a decision's time. Each is null if there is none.
 *
 * @param policy the account's policy
 * @param global the policy {@link #GLOBAL}, whose mode restricts all accounts
 * @param strategy the intent's strategy
 * @param instrument the intent's instrument
 * @param calendar the instrument's calendar, null if it always trades
 * @param instruments all instruments, never null
 */
public record Rules(
        Account account,
        Policy policy,
        Policy global,
        StrategySpec strategy,
        Instrument instrument,
        TradingCalendar calendar,
        Instruments instruments) {
    /** Name of the policy whose mode restricts all accounts. */
    public static final String GLOBAL = "global";
}
