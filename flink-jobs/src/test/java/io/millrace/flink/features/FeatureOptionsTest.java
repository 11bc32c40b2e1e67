package io.millrace.flink.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.core.market.InstrumentId;
import io.millrace.flink.job.Arguments;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeatureOptionsTest {
    private static FeatureOptions options(String... args) {
        var arguments = new Arguments(args);
        var options = FeatureOptions.take(arguments);
        arguments.verify();
        return options;
    }

    @Test
    void marketAloneIsTheDefault() {
        assertThat(options()).isEqualTo(FeatureOptions.STANDARD);
        assertThat(options().ownSets()).containsExactly("market");
        assertThat(options().seesTrades()).isTrue();
    }

    @Test
    void setsComeInTheOrderOfTheirNamesOnceEach() {
        var options = options("--sets", "market, basic,market", "--quotes", "true", "--benchmark", "SPY.ARCA");
        assertThat(options.ownSets()).containsExactly("basic", "market", "quotes");
        assertThat(options.benchmark()).isEqualTo(InstrumentId.of("SPY.ARCA"));
    }

    @Test
    void patienceIsADayUnlessItIsSaid() {
        assertThat(options().patience()).isEqualTo(Duration.ofDays(1));
        assertThat(options("--patience", "2h").patience()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void basicNeedsNoTrades() {
        assertThat(options("--sets", "basic").seesTrades()).isFalse();
        assertThat(options("--sets", "basic", "--quotes", "true").seesTrades()).isTrue();
    }

    @Test
    void reportsAllErrorsTogether() {
        assertThatThrownBy(
                        () -> options("--sets", "quotes", "--quotes", "yes", "--benchmark", "SPY", "--patience", "0s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--sets must be some of basic, market, was 'quotes'")
                .hasMessageContaining("--quotes must be true or false, was 'yes'")
                .hasMessageContaining("--patience must be a duration above 0, was '0s'")
                .hasMessageContaining("--benchmark must be SYMBOL.VENUE, was 'SPY'");
    }
}
