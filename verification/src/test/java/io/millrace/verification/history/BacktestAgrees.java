package io.millrace.verification.history;

import io.millrace.core.backtest.Backtest;
import io.millrace.core.backtest.BacktestOutput;
import io.millrace.core.backtest.Platform;
import io.millrace.core.clock.Clock;
import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.market.QualityRules;
import io.millrace.core.market.Trade;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.Ordering;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.risk.ControlBook;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.strategy.StrategyBook;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The trades and what people set, put through the stages in one thread, give every intent, decision, report, position and
 * equity point that the platform published, field by field. Accounts that took orders as they arrived are left out: when
 * those came is in the log of one partition, against clocks of others.
 */
public final class BacktestAgrees implements Checker {
    private static final Platform PLATFORM = new Platform(
            List.of(minutes(1), minutes(5), minutes(15), minutes(60)),
            Duration.ofSeconds(1).toNanos(),
            minutes(10),
            QualityRules.STANDARD,
            PaperModels.of(new LatencyModel(Duration.ofMillis(50).toNanos()), SlippageModel.none()));

    private static long minutes(long minutes) {
        return Duration.ofMinutes(minutes).toNanos();
    }

    @Override
    public String promise() {
        return "a backtest over the same trades and settings gives every signal, decision, fill and value again";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var arrivals = history.of(Topics.INTENTS).stream()
                .map(Logged::value)
                .filter(intent -> intent.ordering() == Ordering.ARRIVAL)
                .map(OrderIntent::accountId)
                .collect(Collectors.toSet());
        var backtest = Replayed.of(history);
        compare(
                "intent",
                published(history, Topics.INTENTS, OrderIntent::accountId),
                backtest.intents,
                arrivals,
                violations);
        compare(
                "decision",
                published(
                        history, Topics.DECISIONS, decision -> decision.intent().accountId()),
                backtest.decisions,
                arrivals,
                violations);
        compare(
                "report",
                published(history, Topics.EXECUTION_REPORTS, ExecutionReport::accountId),
                backtest.reports,
                arrivals,
                violations);
        compare(
                "position",
                published(history, Topics.POSITIONS, AccountPosition::accountId),
                backtest.positions,
                arrivals,
                violations);
        compare(
                "equity",
                published(history, Topics.EQUITY, EquityPoint::accountId),
                backtest.equity,
                arrivals,
                violations);
        return violations.list();
    }

    /** A topic's values by account, each once: what is sent again is the same. */
    private static <V> SortedMap<String, List<V>> published(
            History history, Topic<V> topic, Function<V, String> account) {
        var once = new LinkedHashMap<V, V>();
        history.of(topic).forEach(logged -> once.put(logged.value(), logged.value()));
        return once.keySet().stream().collect(Collectors.groupingBy(account, TreeMap::new, Collectors.toList()));
    }

    private static <V> void compare(
            String what,
            SortedMap<String, List<V>> published,
            SortedMap<String, List<V>> computed,
            Set<String> leftOut,
            Violations violations) {
        var accounts = new TreeMap<>(published);
        accounts.putAll(computed);
        accounts.keySet().removeAll(leftOut);
        for (var account : accounts.keySet()) {
            var live = published.getOrDefault(account, List.of());
            var again = computed.getOrDefault(account, List.of());
            for (int i = 0; i < Math.max(live.size(), again.size()); i++) {
                var one = i < live.size() ? live.get(i) : null;
                var other = i < again.size() ? again.get(i) : null;
                if (one == null || !one.equals(other)) {
                    violations.add("%s %d of account %s differs".formatted(what, i, account), one, other);
                    break;
                }
            }
        }
    }

    /** What a backtest of a history's trades says, by account. */
    private static final class Replayed implements BacktestOutput {
        private final SortedMap<String, List<OrderIntent>> intents = new TreeMap<>();
        private final SortedMap<String, List<RiskDecision>> decisions = new TreeMap<>();
        private final SortedMap<String, List<ExecutionReport>> reports = new TreeMap<>();
        private final SortedMap<String, List<AccountPosition>> positions = new TreeMap<>();
        private final SortedMap<String, List<EquityPoint>> equity = new TreeMap<>();

        static Replayed of(History history) {
            var control = new ControlBook();
            var strategies = new StrategyBook();
            history.of(Topics.INSTRUMENTS).forEach(logged -> control.put(logged.value()));
            history.of(Topics.POLICIES).forEach(logged -> control.put(logged.value()));
            history.of(Topics.ACCOUNTS).forEach(logged -> control.put(logged.value()));
            history.of(Topics.STRATEGIES).forEach(logged -> {
                control.put(logged.value());
                strategies.put(logged.value());
            });
            var replayed = new Replayed();
            var backtest = new Backtest(PLATFORM, strategies, control, replayed);
            market(history).forEach(logged -> {
                if (logged.value() instanceof Trade trade) {
                    backtest.trade(trade);
                } else if (logged.value() instanceof Clock clock) {
                    backtest.clock(clock);
                }
            });
            return replayed;
        }

        /** Trades and clocks, each partition in its order. */
        private static List<Logged<?>> market(History history) {
            var log = new ArrayList<Logged<?>>(history.of(Topics.TRADES));
            log.addAll(history.clocks(Topics.TRADES));
            log.sort(Comparator.<Logged<?>>comparingInt(logged -> logged.at().partition())
                    .thenComparingLong(logged -> logged.at().offset()));
            return log;
        }

        private static <V> void add(SortedMap<String, List<V>> to, String account, V value) {
            to.computeIfAbsent(account, any -> new ArrayList<>()).add(value);
        }

        @Override
        public void intent(OrderIntent intent) {
            add(intents, intent.accountId(), intent);
        }

        @Override
        public void decided(RiskDecision decision) {
            add(decisions, decision.intent().accountId(), decision);
        }

        @Override
        public void report(ExecutionReport report) {
            add(reports, report.accountId(), report);
        }

        @Override
        public void position(AccountPosition position) {
            add(positions, position.accountId(), position);
        }

        @Override
        public void equity(EquityPoint point) {
            add(equity, point.accountId(), point);
        }
    }
}
