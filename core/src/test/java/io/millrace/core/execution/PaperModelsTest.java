package io.millrace.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.market.FeeSchedule;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Action;
import io.millrace.core.order.ExecutionReport;
import io.millrace.core.order.OrderTerms;
import io.millrace.core.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slippage, latency, fees and participation. */
class PaperModelsTest {
    private static final Price HUNDRED = Price.of("100");
    private static final Quantity VOLUME = Quantity.of("10000");

    @Test
    void withoutSlippageTheMarketsPriceStands() {
        assertThat(SlippageModel.none().on(Side.BUY, HUNDRED, VOLUME, VOLUME)).isEqualTo(HUNDRED);
        assertThat(SlippageModel.fixed(0)).isEqualTo(SlippageModel.none());
    }

    @Test
    void fixedSlippageMakesEveryPriceWorseByTheSame() {
        var model = SlippageModel.fixed(10);
        assertThat(model.on(Side.BUY, HUNDRED, Quantity.of("1"), VOLUME)).isEqualTo(Price.of("100.1"));
        assertThat(model.on(Side.SELL, HUNDRED, VOLUME, VOLUME)).isEqualTo(Price.of("99.9"));
    }

    @Test
    void volumeShareGrowsWithTheSquareOfTheShare() {
        var model = new SlippageModel.VolumeShare(10_000, 1_000);
        assertThat(model.on(Side.BUY, HUNDRED, Quantity.of("250"), VOLUME)).isEqualTo(Price.of("100.00625"));
        assertThat(model.on(Side.SELL, HUNDRED, Quantity.of("500"), VOLUME)).isEqualTo(Price.of("99.975"));
        assertThat(model.on(Side.BUY, HUNDRED, VOLUME, VOLUME)).isEqualTo(Price.of("110"));
    }

    @Test
    void volumeShareCountsNoMoreThanItsLimitAndThatWhereTheVolumeIsUnknown() {
        var model = new SlippageModel.VolumeShare(250, 1_000);
        assertThat(model.on(Side.BUY, HUNDRED, VOLUME, VOLUME)).isEqualTo(Price.of("100.00625"));
        assertThat(model.on(Side.BUY, HUNDRED, Quantity.of("1"), Quantity.ZERO)).isEqualTo(Price.of("100.00625"));
    }

    @Test
    void squareRootImpactGrowsWithTheRootOfTheShare() {
        var model = new SlippageModel.SquareRoot(100);
        assertThat(model.on(Side.BUY, HUNDRED, VOLUME, VOLUME)).isEqualTo(Price.of("101"));
        assertThat(model.on(Side.SELL, HUNDRED, Quantity.of("2500"), VOLUME)).isEqualTo(Price.of("99.5"));
        assertThat(model.on(Side.BUY, HUNDRED, Quantity.of("1"), Quantity.ZERO)).isEqualTo(Price.of("101"));
    }

    @Test
    void noSlippageTakesAPriceToZero() {
        var model = new SlippageModel.SquareRoot(9_999);
        var price = model.on(Side.SELL, HUNDRED, Quantity.of("90000000000"), Quantity.of("0.00000001"));
        assertThat(price).isEqualTo(Price.of("0.01"));
    }

    @Test
    void modelsAreReadByTheirNames() {
        assertThat(SlippageModel.parse("none")).isEqualTo(SlippageModel.none());
        assertThat(SlippageModel.parse("fixed(5)")).isEqualTo(SlippageModel.fixed(5));
        assertThat(SlippageModel.parse("volume-share(250, 1000)")).isEqualTo(new SlippageModel.VolumeShare(250, 1_000));
        assertThat(SlippageModel.parse("square-root(80)")).isEqualTo(new SlippageModel.SquareRoot(80));
        assertThat(MarketSources.parse("BTC-USD.BITSTAMP=trades+quotes,FXCM=quotes")
                        .toString())
                .isEqualTo("BTC-USD.BITSTAMP=trades+quotes,FXCM=quotes");
        assertThat(MarketSources.parse("FXCM=quotes").of(InstrumentId.of("EURUSD.FXCM")))
                .isEqualTo(MarketSource.QUOTES);
    }

    @Test
    void whatIsNoModelIsRefusedWithThoseThereAre() {
        for (var text : List.of("fixed", "none(1)", "fixed(1,2)", "volume-share(1)", "luck(3)", "fixed(x)")) {
            assertThatThrownBy(() -> SlippageModel.parse(text))
                    .hasMessageStartingWith("no slippage model '" + text + "', there are: none, fixed(BPS)");
        }
        assertThatThrownBy(() -> SlippageModel.fixed(10_000))
                .hasMessage("slippage must be in [0, 10000) bps, was 10000");
        assertThatThrownBy(() -> new SlippageModel.VolumeShare(0, 1)).hasMessageContaining("(0, 10000] bps, was 0");
        assertThatThrownBy(() -> new SlippageModel.VolumeShare(1, 10_000)).hasMessageContaining("was 10000");
        assertThatThrownBy(() -> new SlippageModel.SquareRoot(-1)).hasMessageContaining("was -1");
        assertThatThrownBy(() -> new ParticipationModel(10_001)).hasMessageContaining("was 10001");
        assertThatThrownBy(() -> MarketSources.parse("A=trades,A=quotes")).hasMessage("A has two market sources");
        assertThatThrownBy(() -> MarketSources.parse("trades")).hasMessageContaining("INSTRUMENT=SOURCE");
        assertThatThrownBy(() -> MarketSources.parse("A=candles"))
                .hasMessage("no market source 'candles', there are: trades, quotes, trades+quotes, bars");
    }

    @Test
    void ordersAndCancelsHaveEachTheirLatency() {
        var latency = new LatencyModel(50, 20);
        assertThat(latency.actsAt(Action.SUBMIT, 100)).isEqualTo(150);
        assertThat(latency.actsAt(Action.CANCEL, 100)).isEqualTo(120);
        assertThat(latency.actsAt(Action.REPLACE, 100)).isEqualTo(120);
        assertThat(latency.nanos()).isEqualTo(20);
        assertThatThrownBy(() -> new LatencyModel(5, 0)).hasMessage("latency must be >= 1 ns, was 0");
    }

    @Test
    void participationIsInWholeLots() {
        var lot = Quantity.of("0.5");
        assertThat(new ParticipationModel(1_000).of(Quantity.of("19"), lot)).isEqualTo(Quantity.of("1.5"));
        assertThat(new ParticipationModel(1_000).of(Quantity.of("4"), lot)).isEqualTo(Quantity.ZERO);
        assertThat(new ParticipationModel(10_000).of(new Quantity(Long.MAX_VALUE), new Quantity(1)))
                .isEqualTo(new Quantity(Long.MAX_VALUE));
    }

    @Test
    void anAccountFillsItsShareOfEachTradeAndAnotherTheSame() {
        var venue = shares(2_500);
        venue.submit("a", "alpha", OrderTerms.market(Side.BUY, Quantity.of("3")), 100);
        venue.submit("b", "alpha", OrderTerms.market(Side.BUY, Quantity.of("3")), 101);
        venue.submit("c", "beta", OrderTerms.market(Side.BUY, Quantity.of("2")), 102);
        venue.trade(152, "100", "16");
        venue.trade(160, "101", "4");
        venue.trade(170, "102", "100");
        venue.over(1000);
        assertThat(venue.words())
                .endsWith(
                        "a 2 FILLED 3 at 100 @152",
                        "b 2 PARTIALLY_FILLED 1 at 100 @152",
                        "c 2 FILLED 2 at 100 @152",
                        "b 3 PARTIALLY_FILLED 1 at 101 @160",
                        "b 4 FILLED 1 at 102 @170");
    }

    @Test
    void slippageCountsAllThatAnAccountTakesOfAnEvent() {
        var models = PaperModels.of(PaperVenue.LATENCY, new SlippageModel.VolumeShare(10_000, 1_000));
        var venue = new PaperVenue(models);
        venue.submit("a", OrderTerms.market(Side.BUY, Quantity.of("5")), 100);
        venue.submit("b", OrderTerms.market(Side.BUY, Quantity.of("5")), 101);
        venue.trade(151, "100", "10");
        venue.over(1000);
        assertThat(venue.words()).endsWith("a 2 FILLED 5 at 102.5 @151", "b 2 FILLED 5 at 110 @151");
    }

    @Test
    void feesPerUnitTakeThePlaceOfRatesAndAreChargedTheirMinimumOnce() {
        var venue = shares(10_000);
        venue.charge(new FeeSchedule(Money.of("0.01"), Money.of("1"), List.of()));
        venue.submit("a", OrderTerms.market(Side.BUY, Quantity.of("300")), 100);
        venue.trade(150, "100", "40");
        venue.restart();
        venue.trade(160, "100", "40");
        venue.trade(170, "100", "400");
        venue.over(1000);
        assertThat(fees(venue)).containsExactly("1", "0", "2");
    }

    @Test
    void aMinimumCountsForRatesToo() {
        var venue = PaperVenue.plain();
        venue.charge(new FeeSchedule(Money.ZERO, Money.of("1"), List.of()));
        venue.submit("a", OrderTerms.market(Side.BUY, Quantity.of("1")), 100);
        venue.submit("b", OrderTerms.market(Side.BUY, Quantity.of("10")), 101);
        venue.trade(151, "100", "40");
        venue.over(1000);
        assertThat(fees(venue)).containsExactly("1", "2");
    }

    @Test
    void ratesFallWithTheVolumeThatAnAccountHasTraded() {
        var venue = PaperVenue.plain();
        var tiers = List.of(new FeeSchedule.Tier(Money.of("100"), 10, 3), new FeeSchedule.Tier(Money.of("500"), 5, 1));
        venue.charge(new FeeSchedule(Money.ZERO, Money.ZERO, tiers));
        venue.submit("a", OrderTerms.market(Side.BUY, Quantity.of("1")), 100);
        venue.submit("b", OrderTerms.market(Side.BUY, Quantity.of("4")), 110);
        venue.submit("c", OrderTerms.market(Side.BUY, Quantity.of("1")), 120);
        venue.submit("d", "beta", OrderTerms.market(Side.BUY, Quantity.of("1")), 120);
        venue.trade(150, "100");
        venue.trade(160, "100");
        venue.restart();
        venue.trade(170, "100");
        venue.over(1000);
        assertThat(fees(venue)).containsExactly("0.2", "0.4", "0.05", "0.2");
    }

    private static PaperVenue shares(long bps) {
        return new PaperVenue(
                PaperModels.of(PaperVenue.LATENCY, SlippageModel.none()).with(new ParticipationModel(bps)));
    }

    private static List<String> fees(PaperVenue venue) {
        return venue.reports.stream()
                .filter(report -> report.type().isFill())
                .map(ExecutionReport::fee)
                .map(Money::toString)
                .toList();
    }
}
