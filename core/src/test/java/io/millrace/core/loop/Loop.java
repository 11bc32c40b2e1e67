package io.millrace.core.loop;

import io.millrace.core.clock.Clock;
import io.millrace.core.execution.InMemoryPaperStore;
import io.millrace.core.execution.LatencyModel;
import io.millrace.core.execution.PaperMarket;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.PaperOutput;
import io.millrace.core.execution.PaperStore;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.ApprovedOrder;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.order.VenueCommand;
import io.millrace.core.portfolio.AccountBook;
import io.millrace.core.portfolio.AccountPosition;
import io.millrace.core.portfolio.EquityPoint;
import io.millrace.core.portfolio.InMemoryPortfolioStore;
import io.millrace.core.portfolio.Margin;
import io.millrace.core.portfolio.PortfolioOutput;
import io.millrace.core.portfolio.PortfolioStage;
import io.millrace.core.portfolio.PortfolioStore;
import io.millrace.core.risk.InMemoryRiskStore;
import io.millrace.core.risk.RiskDecision;
import io.millrace.core.risk.RiskOutput;
import io.millrace.core.risk.RiskStage;
import io.millrace.core.risk.RiskStore;
import io.millrace.core.routing.Router;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The loop without a broker: the stages, and between them channels that keep the order of one sender to one receiver,
 * as a topic's partition does, and nothing else. Which channel delivers next is drawn from a seed.
 */
final class Loop {
    private static final Router ROUTER = Router.paper();

    /** How records arrive. */
    enum Arrival {
        /** Any channel, evenly. */
        ANY,
        /** What is inside the loop before what comes from outside: as live. */
        LOOP_FIRST,
        /** What comes from outside before what is inside the loop: as a replay flat out, with slow stages. */
        OUTSIDE_FIRST,
        /** Long runs of one channel. */
        BURSTS
    }

    /** What came out, per account in the order it was sent. */
    record Result(
            SortedMap<String, List<RiskDecision>> decisions,
            SortedMap<String, List<ExecutionReport>> reports,
            SortedMap<String, List<AccountPosition>> positions,
            SortedMap<String, List<EquityPoint>> equity,
            int refused) {

        /** The first thing in which another result differs, in few words; empty if it is the same. */
        String difference(Result other) {
            return Stream.of(
                            difference(decisions, other.decisions),
                            difference(reports, other.reports),
                            difference(positions, other.positions),
                            difference(equity, other.equity),
                            refused == other.refused ? "" : "refused " + refused + " and " + other.refused)
                    .filter(difference -> !difference.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private static <T> String difference(SortedMap<String, List<T>> one, SortedMap<String, List<T>> two) {
            if (!one.keySet().equals(two.keySet())) {
                return one.keySet() + " and " + two.keySet();
            }
            for (var account : one.keySet()) {
                var a = one.get(account);
                var b = two.get(account);
                for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                    if (i >= a.size() || i >= b.size() || !a.get(i).equals(b.get(i))) {
                        return account + " number " + i + ": " + (i < a.size() ? a.get(i) : "nothing") + " and "
                                + (i < b.size() ? b.get(i) : "nothing");
                    }
                }
            }
            return "";
        }
    }

    private final LoopWorld world;
    private final Random random;
    private final Arrival arrival;
    private final double restarts;
    private final SortedMap<String, ArrayDeque<Runnable>> channels = new TreeMap<>();
    private final List<RiskStore> riskStores = new ArrayList<>();
    private final List<RiskStage> risks = new ArrayList<>();
    private final List<PortfolioStore> portfolioStores = new ArrayList<>();
    private final List<PortfolioStage> portfolios = new ArrayList<>();
    private final PaperStore venueStore = new InMemoryPaperStore();
    private PaperMarket venue;
    private final Result result = new Result(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), 0);
    private final List<String> refused = new ArrayList<>();
    private String burst = "";

    /** @param restarts chance of a restart of some stage before each delivery */
    Loop(LoopWorld world, long seed, Arrival arrival, double restarts) {
        this.world = world;
        this.random = new Random(seed);
        this.arrival = arrival;
        this.restarts = restarts;
        for (int task = 0; task < LoopWorld.RISK_TASKS; task++) {
            riskStores.add(new InMemoryRiskStore());
            portfolioStores.add(new InMemoryPortfolioStore());
            risks.add(risk(task));
            portfolios.add(portfolio(task));
        }
        venue = venue();
        world.market.forEach((instrument, log) -> log.forEach(sent -> fromMarket(instrument, sent)));
        world.signals.forEach((instrument, log) -> log.forEach(sent -> fromSignals(instrument, sent)));
    }

    /** Delivers everything; afterwards nothing may wait any more. */
    Result run() {
        while (true) {
            var waiting = channels.entrySet().stream()
                    .filter(channel -> !channel.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            if (waiting.isEmpty()) {
                return new Result(result.decisions, result.reports, result.positions, result.equity, refused.size());
            }
            if (random.nextDouble() < restarts) {
                restart();
            }
            channels.get(choose(waiting)).removeFirst().run();
        }
    }

    /** Whoever still waits although everything was delivered. */
    List<String> stuck() {
        return stuckUntil(Long.MAX_VALUE);
    }

    /** The same, of what was to be taken up to a time. */
    List<String> stuckUntil(long nanos) {
        var stuck = new ArrayList<String>();
        for (int task = 0; task < LoopWorld.RISK_TASKS; task++) {
            riskStores.get(task).pending().forEach((account, entry) -> {
                if (entry.moment().timeNanos() <= nanos) {
                    stuck.add("risk " + account + " " + entry);
                }
            });
            portfolioStores.get(task).pending().forEach((account, entry) -> {
                if (entry.moment().timeNanos() <= nanos) {
                    stuck.add("portfolio " + account + " " + entry);
                }
            });
        }
        for (var instrument : world.instruments) {
            var commands = venueStore.commands(instrument);
            if (!commands.isEmpty()) {
                stuck.add("venue " + commands);
            }
        }
        return stuck;
    }

    /** What every account is worth at the end, as risk sees it. */
    SortedMap<String, EquityPoint> riskBooks() {
        var books = new TreeMap<String, EquityPoint>();
        riskStores.forEach(
                store -> store.accounts().forEach(account -> books.put(account.accountId(), worth(account.book()))));
        return books;
    }

    /** What every account that was ever approved an order is worth at the end, as portfolio sees it. */
    SortedMap<String, EquityPoint> portfolioBooks() {
        var books = new TreeMap<String, EquityPoint>();
        portfolioStores.forEach(store -> store.books().forEach(book -> books.put(book.accountId(), worth(book))));
        return books;
    }

    /** Deposits count from an account's next moment on, and portfolio has fewer of them than risk. */
    private EquityPoint worth(AccountBook book) {
        var account = world.control.account(book.accountId(), Long.MAX_VALUE);
        return book.fund(account, Long.MAX_VALUE).portfolio().equityPoint(0, Margin.NONE);
    }

    /** An intent from people, which arrives whenever it does. */
    void arrive(OrderIntent intent) {
        int task = LoopWorld.riskTaskOf(intent.accountId());
        send("people", () -> risks.get(task).intent(intent));
    }

    /** Signals says nothing on an instrument any more. */
    void silence(InstrumentId instrument) {
        for (int task = 0; task < LoopWorld.RISK_TASKS; task++) {
            channels.get("outside signals " + instrument + " " + task).clear();
        }
    }

    /** The bound on waiting for clocks has passed for everybody; false if nobody waited. */
    boolean giveUp() {
        boolean waited = false;
        for (var risk : risks) {
            for (var account : risk.stalled().keySet()) {
                risk.giveUp(account);
                waited = true;
            }
        }
        return waited;
    }

    private String choose(List<String> waiting) {
        if (arrival == Arrival.BURSTS && waiting.contains(burst) && random.nextInt(30) > 0) {
            return burst;
        }
        var preferred = waiting.stream()
                .filter(name -> switch (arrival) {
                    case ANY, BURSTS -> true;
                    case LOOP_FIRST -> !name.startsWith("outside") || random.nextInt(50) == 0;
                    case OUTSIDE_FIRST -> name.startsWith("outside") || random.nextInt(50) == 0;
                })
                .toList();
        var from = preferred.isEmpty() ? waiting : preferred;
        burst = from.get(random.nextInt(from.size()));
        return burst;
    }

    private void restart() {
        int task = random.nextInt(LoopWorld.RISK_TASKS);
        switch (random.nextInt(4)) {
            case 0 -> risks.set(task, risk(task));
            case 1 -> portfolios.set(task, portfolio(task));
            case 2 -> venue = venue();
            default -> resend();
        }
    }

    /** Signals comes back and sends the latest of what it sent before again. */
    private void resend() {
        var instrument = world.instruments.get(random.nextInt(world.instruments.size()));
        var log = world.signals.get(instrument);
        for (int task = 0; task < LoopWorld.RISK_TASKS; task++) {
            var channel = channels.get("outside signals " + instrument + " " + task);
            int left = channel.size();
            var mine = ofTask(log, task);
            int sent = mine.size() - Math.min(left, mine.size());
            int from = Math.max(0, sent - 1 - random.nextInt(10));
            channel.clear();
            for (var again : mine.subList(from, mine.size())) {
                toRisk(instrument, task, again);
            }
        }
    }

    private static List<LoopWorld.Sent> ofTask(List<LoopWorld.Sent> log, int task) {
        return log.stream()
                .filter(sent -> sent.clock() != null
                        || LoopWorld.riskTaskOf(sent.intent().accountId()) == task)
                .toList();
    }

    private void fromMarket(InstrumentId instrument, LoopWorld.Sent sent) {
        send("outside market " + instrument, () -> {
            if (sent.trade() != null) {
                venue.trade(sent.trade());
            } else {
                venue.marketClock(sent.clock());
            }
        });
    }

    private void fromSignals(InstrumentId instrument, LoopWorld.Sent sent) {
        for (int task = 0; task < LoopWorld.RISK_TASKS; task++) {
            if (sent.clock() != null || LoopWorld.riskTaskOf(sent.intent().accountId()) == task) {
                toRisk(instrument, task, sent);
            }
        }
    }

    private void toRisk(InstrumentId instrument, int task, LoopWorld.Sent sent) {
        send("outside signals " + instrument + " " + task, () -> {
            if (sent.intent() != null) {
                risks.get(task).intent(sent.intent());
            } else {
                risks.get(task).signalsClock(sent.clock());
            }
        });
    }

    private void send(String channel, Runnable delivery) {
        channels.computeIfAbsent(channel, c -> new ArrayDeque<>()).add(delivery);
    }

    private static <T> void note(SortedMap<String, List<T>> notes, String account, T note) {
        notes.computeIfAbsent(account, a -> new ArrayList<>()).add(note);
    }

    private RiskStage risk(int task) {
        return new RiskStage(task, riskStores.get(task), world.control, new RiskOutput() {
            @Override
            public void decided(RiskDecision decision) {
                note(result.decisions, decision.intent().accountId(), decision);
                decision.orders()
                        .forEach(order -> send(
                                "decisions " + task, () -> portfolios.get(task).approved(order)));
            }

            @Override
            public void approved(ApprovedOrder order) {
                var command = ROUTER.route(order);
                send("commands " + task + " " + order.instrument(), () -> venue.command(command));
            }

            @Override
            public void clockToVenues(Clock clock) {
                send("commands " + task + " " + clock.instrument(), () -> venue.riskClock(clock));
            }

            @Override
            public void clockToPortfolio(Clock clock) {
                send("decisions " + task, () -> portfolios.get(task).riskClock(clock));
            }

            @Override
            public void duplicate(OrderIntent intent) {}

            @Override
            public void unvalued(String accountId, Clock mark, String reason) {
                refused.add(accountId + " " + mark + " " + reason);
            }

            @Override
            public void refused(ExecutionReport report, String reason) {
                refused.add(report + " " + reason);
            }
        });
    }

    private PortfolioStage portfolio(int task) {
        return new PortfolioStage(task, portfolioStores.get(task), world.control, new PortfolioOutput() {
            @Override
            public void position(AccountPosition position) {
                note(result.positions, position.accountId(), position);
            }

            @Override
            public void equity(EquityPoint point) {
                note(result.equity, point.accountId(), point);
            }

            @Override
            public void clock(Clock clock) {}

            @Override
            public void unvalued(String accountId, Clock mark, String reason) {
                refused.add(accountId + " " + mark + " " + reason);
            }

            @Override
            public void refused(ExecutionReport report, String reason) {
                refused.add(report + " " + reason);
            }
        });
    }

    private PaperMarket venue() {
        var latency = new LatencyModel(world.latencyNanos);
        return new PaperMarket(
                LoopWorld.RISK_TASKS,
                PaperModels.of(latency, SlippageModel.fixed(3)),
                world.control::instrument,
                venueStore,
                new PaperOutput() {
                    @Override
                    public void report(ExecutionReport report) {
                        note(result.reports, report.accountId() + " " + report.instrument(), report);
                        int task = LoopWorld.riskTaskOf(report.accountId());
                        var channel = report.instrument() + " " + task;
                        send("reports " + channel, () -> risks.get(task).report(report));
                        send(
                                "reports to portfolio " + channel,
                                () -> portfolios.get(task).report(report));
                    }

                    @Override
                    public void clock(String accountId, Clock clock) {
                        int task = LoopWorld.riskTaskOf(accountId);
                        var channel = clock.instrument() + " " + task;
                        send("reports " + channel, () -> risks.get(task).venueClock(clock));
                        send(
                                "reports to portfolio " + channel,
                                () -> portfolios.get(task).venueClock(clock));
                    }

                    @Override
                    public void dropped(VenueCommand command, String reason) {
                        refused.add(command + " " + reason);
                    }
                });
    }
}
