package io.millrace.core.risk;

import io.millrace.core.clock.Versions;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.calendar.TradingCalendar;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.portfolio.Account;
import io.millrace.core.strategy.StrategySpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link Control} over every version of every account, policy, instrument and strategy that was put into it. */
public final class ControlBook implements Control {
    private final Versions<String, Account> accounts = new Versions<>();
    private final Versions<String, Policy> policies = new Versions<>();
    private final Versions<InstrumentId, Instrument> instruments = new Versions<>();
    private final Versions<String, StrategySpec> strategies = new Versions<>();

    /** By name. */
    private final Map<String, TradingCalendar> calendars = new HashMap<>();

    /** While a strategy may act on an instrument. */
    private record Window(InstrumentId instrument, long fromNanos, long untilNanos) {}

    /** Per account; null until asked for after a change. */
    private SortedMap<String, List<Window>> windows;

    public void put(Account account) {
        accounts.put(account.accountId(), account.version(), account.effectiveFromNanos(), account);
    }

    public void put(Policy policy) {
        policies.put(policy.policyId(), policy.version(), policy.effectiveFromNanos(), policy);
    }

    public void put(Instrument instrument) {
        instruments.put(instrument.id(), instrument.version(), instrument.effectiveFromNanos(), instrument);
        if (!instrument.calendar().isEmpty()) {
            calendars.computeIfAbsent(instrument.calendar(), TradingCalendar::ofInstrument);
        }
    }

    public void put(StrategySpec strategy) {
        strategies.put(strategy.strategyId(), strategy.version(), strategy.effectiveFromNanos(), strategy);
        windows = null;
    }

    @Override
    public Rules rules(OrderIntent intent, long nanos) {
        var account = account(intent.accountId(), nanos);
        var instrument = intent.instrument() == null ? null : instrument(intent.instrument(), nanos);
        return new Rules(
                account,
                policy(account, nanos),
                policies.at(Rules.GLOBAL, nanos),
                strategies.at(intent.strategyId(), nanos),
                instrument,
                instrument == null ? null : calendars.get(instrument.calendar()),
                this::instrument);
    }

    @Override
    public Account account(String accountId, long nanos) {
        return accounts.at(accountId, nanos);
    }

    @Override
    public Policy policy(String accountId, long nanos) {
        return policy(account(accountId, nanos), nanos);
    }

    private Policy policy(Account account, long nanos) {
        return account == null ? null : policies.at(account.policyId(), nanos);
    }

    @Override
    public Instrument instrument(InstrumentId instrument, long nanos) {
        return instruments.at(instrument, nanos);
    }

    /** The instruments on which the account's strategies may have acted by then. */
    @Override
    public SortedMap<InstrumentId, Long> traded(String accountId, long nanos) {
        if (windows == null) {
            windows = new TreeMap<>();
            window();
        }
        var traded = new TreeMap<InstrumentId, Long>();
        for (var window : windows.getOrDefault(accountId, List.of())) {
            if (window.fromNanos() <= nanos) {
                traded.merge(window.instrument(), window.untilNanos(), Math::max);
            }
        }
        return traded;
    }

    private void window() {
        for (var id : strategies.ids()) {
            StrategySpec current = null;
            for (var next : strategies.of(id)) {
                window(current, next.effectiveFromNanos());
                current = next;
            }
            window(current, Long.MAX_VALUE);
        }
    }

    /**
     * A version sees the bars that open while it is in force, and acts once they are known: at the latest one interval
     * after the next version took over, plus the bars' lateness, which is at most an interval.
     */
    private void window(StrategySpec version, long replacedNanos) {
        if (version != null && version.enabled()) {
            long until = replacedNanos == Long.MAX_VALUE ? Long.MAX_VALUE : replacedNanos + 2 * version.intervalNanos();
            windows.computeIfAbsent(version.accountId(), account -> new ArrayList<>())
                    .add(new Window(version.instrument(), version.effectiveFromNanos(), until));
        }
    }
}
