package io.millrace.core.risk;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Units;
import io.millrace.core.money.WideMoney;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a policy's protections make of an account after something has happened to it. */
final class Protections {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final List<Protection> protections;
    private final long nanos;
    private final TrackRecord track;
    private final List<Lock> locks = new ArrayList<>();
    private Money peakProfit;

    private Protections(List<Protection> protections, TrackRecord track, long nanos) {
        this.protections = protections;
        this.track = track;
        this.nanos = nanos;
        this.peakProfit = track.peakProfit();
        for (var lock : track.locks()) {
            if (nanos < lock.untilNanos()) {
                locks.add(lock);
            }
        }
    }

    /**
     * The account after a mark or a fill.
     *
     * @param before the account before it
     * @param policy in force at that time, null if there is none
     */
    static RiskAccount after(RiskAccount before, RiskAccount account, Policy policy, long nanos) {
        if (policy == null || policy.protections().isEmpty()) {
            return account;
        }
        var next = new Protections(policy.protections(), account.track(), nanos);
        var exits = account.track().exits();
        if (!exits.equals(before.track().exits())) {
            next.exited(exits.get(exits.size() - 1).instrument());
        }
        next.valued(account);
        return account.with(account.track().with(List.copyOf(next.locks), next.peakProfit));
    }

    private void exited(InstrumentId instrument) {
        for (var protection : protections) {
            boolean triggered =
                    switch (protection.kind()) {
                        case COOLDOWN -> true;
                        case STOP_LOSS_GUARD -> losses(protection, instrument) >= protection.exits();
                        case LOW_PROFIT -> earnedTooLittle(protection, instrument);
                        case MAX_DRAWDOWN -> false;
                    };
            if (triggered) {
                lock(protection, protection.scope() == Protection.Scope.ACCOUNT ? null : instrument);
            }
        }
    }

    private int losses(Protection protection, InstrumentId instrument) {
        int losses = 0;
        for (var exit : track.exits()) {
            if (counts(protection, instrument, exit) && exit.profit().isNegative()) {
                losses++;
            }
        }
        return losses;
    }

    private boolean earnedTooLittle(Protection protection, InstrumentId instrument) {
        var earned = WideMoney.ZERO;
        int exits = 0;
        for (var exit : track.exits()) {
            if (counts(protection, instrument, exit)) {
                earned = earned.plus(WideMoney.of(exit.profit()));
                exits++;
            }
        }
        return exits >= protection.exits() && earned.compareTo(WideMoney.of(protection.minProfit())) < 0;
    }

    private boolean counts(Protection protection, InstrumentId instrument, Exit exit) {
        return exit.nanos() > Units.minus(nanos, nanosOf(protection.lookback()))
                && (protection.scope() == Protection.Scope.ACCOUNT
                        || exit.instrument().equals(instrument));
    }

    private void valued(RiskAccount account) {
        for (var protection : protections) {
            if (protection.kind() == Protection.Kind.MAX_DRAWDOWN) {
                valued(protection, account);
                return;
            }
        }
    }

    /** Profit instead of equity, so that a withdrawal is no loss. */
    private void valued(Protection protection, RiskAccount account) {
        var portfolio = account.book().portfolio();
        var deposits = portfolio.deposits();
        var profit = portfolio.equity().minus(deposits);
        boolean locked = locks.stream().anyMatch(lock -> lock.protection().equals(name(protection)));
        if (locked) {
            peakProfit = null;
            return;
        }
        peakProfit = peakProfit == null ? profit : peakProfit.max(profit);
        var peak = peakProfit.plus(deposits);
        if (peak.units() > 0
                && !Ratio.isAtMost(WideMoney.of(peakProfit.minus(profit)), peak.units(), protection.maxDrawdownBps())) {
            lock(protection, null);
            peakProfit = null;
        }
    }

    /** One that holds already holds on, as long as the later of both and as strictly as the stricter. */
    private void lock(Protection protection, InstrumentId instrument) {
        var name = name(protection);
        var next = new Lock(name, instrument, protection.mode(), nanos, until(protection.lockFor()));
        for (var lock : List.copyOf(locks)) {
            if (lock.protection().equals(name) && Objects.equals(lock.instrument(), instrument)) {
                locks.remove(lock);
                next = next.and(lock);
            }
        }
        locks.add(next);
    }

    /** The end of time if it is later. */
    private long until(Duration lockFor) {
        return Units.plus(nanos, nanosOf(lockFor));
    }

    private static long nanosOf(Duration duration) {
        return duration.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }

    private static String name(Protection protection) {
        return protection.kind().name();
    }
}
