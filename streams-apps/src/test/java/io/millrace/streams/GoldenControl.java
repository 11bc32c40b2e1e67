package io.millrace.streams;

import static io.millrace.streams.Samples.BTC;
import static io.millrace.streams.Samples.EUR;
import static io.millrace.streams.Samples.MINUTE;

import io.millrace.core.execution.MarketSource;
import io.millrace.core.execution.MarketSources;
import io.millrace.core.execution.PaperModels;
import io.millrace.core.execution.ParticipationModel;
import io.millrace.core.execution.QueueModel;
import io.millrace.core.execution.SlippageModel;
import io.millrace.core.market.FeeSchedule;
import io.millrace.core.market.Funding;
import io.millrace.core.market.Instrument;
import io.millrace.core.money.Money;
import io.millrace.core.portfolio.Account;
import io.millrace.core.risk.Policy;
import io.millrace.core.risk.Protection;
import io.millrace.core.risk.TradingMode;
import io.millrace.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Who trades what in the {@link GoldenMarket}, beside the feed's: the accounts D, of people and a strategy, and E of people,
 * F in another currency that keeps lots, a position for each side, and protections, and G that stops after its second loss;
 * an instrument that is only quoted, and one whose fees go by
 * volume and that costs something to hold.
 */
final class GoldenControl {
    private GoldenControl() {}

    /** The venue's models of a release: the first knew trades alone, and filled every order whole. */
    static PaperModels models(Release release) {
        var models = PaperModels.of(TestLoops.LATENCY, SlippageModel.none());
        return release.number() == 1
                ? models
                : models.with(MarketSources.of(EUR.toString(), MarketSource.QUOTES))
                        .with(new ParticipationModel(5_000))
                        .with(QueueModel.LAST);
    }

    static void into(Consumer<Feed.Version<?>> sink) {
        Feed.control(sink);
        sink.accept(new Feed.Version<>(Topics.ACCOUNTS, Samples.account("D")));
        sink.accept(new Feed.Version<>(Topics.ACCOUNTS, Samples.account("E")));
        sink.accept(new Feed.Version<>(Topics.ACCOUNTS, foreign()));
        sink.accept(new Feed.Version<>(Topics.ACCOUNTS, new Account("G", 1, "USD", Money.of("100000"), "stopped", 0)));
        sink.accept(new Feed.Version<>(Topics.STRATEGIES, Samples.strategy("s6", "D", BTC)));
        var hour = Duration.ofHours(1);
        sink.accept(new Feed.Version<>(
                Topics.POLICIES,
                policy(
                        "guarded",
                        Protection.cooldown(Protection.Scope.INSTRUMENT, TradingMode.REDUCING, Duration.ofMinutes(10)),
                        Protection.maxDrawdown(TradingMode.HALTED, Duration.ofMinutes(10), 5_000))));
        sink.accept(new Feed.Version<>(
                Topics.POLICIES,
                policy(
                        "stopped",
                        Protection.stopLossGuard(Protection.Scope.ACCOUNT, TradingMode.HALTED, hour, 2, hour))));
        sink.accept(new Feed.Version<>(Topics.INSTRUMENTS, Samples.instrument(EUR)));
        sink.accept(new Feed.Version<>(Topics.INSTRUMENTS, funded(Samples.instrument(BTC))));
    }

    private static Account foreign() {
        return new Account(
                "F",
                1,
                "EUR",
                Money.of("1000000"),
                "guarded",
                0,
                Account.Type.CASH,
                Account.Positions.HEDGING,
                Account.Costs.FIFO,
                new TreeMap<>(Map.of("USD", EUR)),
                "",
                new TreeMap<>(Map.of("USD", Money.of("100000"))));
    }

    private static Policy policy(String id, Protection... protections) {
        var standard = Samples.policy();
        return new Policy(
                id,
                1,
                standard.mode(),
                standard.aggressive(),
                standard.normal(),
                standard.defensive(),
                0,
                List.of(protections));
    }

    private static Instrument funded(Instrument known) {
        return new Instrument(
                known.id(),
                2,
                known.baseCurrency(),
                known.quoteCurrency(),
                known.tickSize(),
                known.lotSize(),
                known.minQuantity(),
                known.maxQuantity(),
                known.takerFeeBps(),
                known.makerFeeBps(),
                0,
                null,
                null,
                0,
                0,
                "",
                "",
                false,
                new FeeSchedule(Money.ZERO, Money.ZERO, List.of(new FeeSchedule.Tier(Money.of("1000"), 20, 8))),
                new Funding(1_000, 5 * MINUTE));
    }
}
