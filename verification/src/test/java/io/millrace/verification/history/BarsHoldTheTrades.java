package io.millrace.verification.history;

import io.millrace.core.market.Bar;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.schemas.DeadLetters;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Time bars summed up again from the trades: every trade that was not refused as too late is in exactly one bar of every
 * interval, with its quantity and its price within the bar's. Instruments whose trades were busted or corrected, and
 * bars that a clock has not closed, are left out.
 */
final class BarsHoldTheTrades implements Checker {
    private static final String STAGE = "bars-indicators";

    private record BarKey(InstrumentId instrument, String type, long intervalNanos, long openNanos, long ordinal) {
        static BarKey of(Bar bar) {
            return new BarKey(bar.instrument(), bar.type(), bar.intervalNanos(), bar.openTimeNanos(), bar.ordinal());
        }
    }

    private static final class Sum {
        private Trade first;
        private long count;
        private long volume;
        private long high = Long.MIN_VALUE;
        private long low = Long.MAX_VALUE;

        private void add(Trade trade) {
            first = first == null ? trade : first;
            count++;
            volume += trade.quantity().units();
            high = Math.max(high, trade.price().units());
            low = Math.min(low, trade.price().units());
        }

        private boolean isThatOf(Bar bar) {
            return bar.tradeCount() == count
                    && bar.volume().units() == volume
                    && bar.high().units() == high
                    && bar.low().units() == low;
        }

        @Override
        public String toString() {
            return "%d trades, volume %d, high %d, low %d (counts of 1e-8)".formatted(count, volume, high, low);
        }
    }

    @Override
    public String promise() {
        return "every trade is in exactly one time bar of each interval, and bars are said once per revision";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var latest = latest(history, violations);
        var trades = trades(history);
        latest.values().stream()
                .filter(logged -> logged.value().type().equals(Bar.TIME))
                .collect(
                        Collectors.groupingBy(logged -> logged.value().instrument(), TreeMap::new, Collectors.toList()))
                .forEach((instrument, bars) -> compare(
                        bars, trades.getOrDefault(instrument, List.of()), over(history, instrument), violations));
        return violations.list();
    }

    /** Each bar's latest revision; the revisions before it are looked at here. */
    private static Map<BarKey, Logged<Bar>> latest(History history, Violations violations) {
        var latest = new HashMap<BarKey, Logged<Bar>>();
        for (var logged : history.of(Topics.BARS)) {
            var before = latest.put(BarKey.of(logged.value()), logged);
            int expected = before == null ? 0 : before.value().revision() + 1;
            if (logged.value().revision() != expected) {
                violations.add(
                        "a bar comes with revision " + logged.value().revision() + " where " + expected
                                + " is next: it was said twice, or not at all",
                        before,
                        logged);
            }
        }
        return latest;
    }

    private static Map<InstrumentId, List<Trade>> trades(History history) {
        var late = late(history);
        var corrected = history.of(Topics.TRADES).stream()
                .filter(logged -> logged.value().action() != TradeAction.NEW)
                .map(logged -> logged.value().instrument())
                .collect(Collectors.toSet());
        return history.of(Topics.TRADES).stream()
                .filter(logged -> logged.value().quantity().isPositive() && !late.contains(logged.at()))
                .map(Logged::value)
                .filter(trade -> !corrected.contains(trade.instrument()))
                .collect(Collectors.groupingBy(Trade::instrument));
    }

    private static Set<Place> late(History history) {
        var late = new HashSet<Place>();
        for (var letter : history.letters()) {
            var headers = letter.headers();
            if (STAGE.equals(headers.get(DeadLetters.STAGE)) && headers.containsKey(DeadLetters.OFFSET)) {
                late.add(new Place(
                        headers.get(DeadLetters.TOPIC),
                        Integer.parseInt(headers.get(DeadLetters.PARTITION)),
                        Long.parseLong(headers.get(DeadLetters.OFFSET))));
            }
        }
        return late;
    }

    private static long over(History history, InstrumentId instrument) {
        return history.clocks(Topics.BARS).stream()
                .filter(logged -> logged.value().instrument().equals(instrument))
                .mapToLong(logged -> logged.value().timeNanos())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static void compare(List<Logged<Bar>> bars, List<Trade> trades, long overNanos, Violations violations) {
        if (trades.isEmpty()) {
            return;
        }
        var intervals = new TreeSet<Long>();
        bars.forEach(bar -> intervals.add(bar.value().intervalNanos()));
        for (long interval : intervals) {
            var sums = new TreeMap<Long, Sum>();
            trades.forEach(trade -> sums.computeIfAbsent(
                            Math.floorDiv(trade.eventTimeNanos(), interval) * interval, any -> new Sum())
                    .add(trade));
            for (var bar : bars) {
                if (bar.value().intervalNanos() == interval) {
                    var sum = sums.remove(bar.value().openTimeNanos());
                    if (sum == null || !sum.isThatOf(bar.value())) {
                        violations.add("the bar's trades are " + (sum == null ? "none" : sum), bar);
                    }
                }
            }
            // Bars may be late by one interval; what is open longer than that before the last clock is over.
            sums.headMap(overNanos - 2 * interval)
                    .forEach((open, sum) -> violations.add(
                            "there is no bar of " + interval / 1_000_000_000 + " s that opens at " + open + ", but "
                                    + sum,
                            sum.first));
        }
    }
}
