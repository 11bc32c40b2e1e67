package io.millrace.core.strategy;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.StateReader;
import io.millrace.core.indicator.StateWriter;
import io.millrace.core.indicator.volatility.Bollinger;
import java.util.List;
import java.util.Optional;

/**
 * Buys when a bar closes below the lower Bollinger band, sells when one closes at or above the middle band: at the mean
 * that the price was expected to come back to.
 *
 * <p>Source: Bollinger on Bollinger Bands (2001).
 */
final class BollingerReversion implements Rule {
    static final String SUMMARY =
            "Buys when the close is below the lower Bollinger band, sells when it is back at the middle band.";
    static final List<StrategyParameter> PARAMETERS = List.of(
            StrategyParameter.bars("period", 20, 2, 1000, "bars of the bands"),
            StrategyParameter.number("width", 2, 0.1, 10, "distance of the bands, population deviations"));

    private final Bollinger bands;

    BollingerReversion(Parameters parameters) {
        bands = new Bollinger(parameters.whole("period"), parameters.number("width"));
    }

    @Override
    public Optional<String> reasonToTurn(BarValues bar, boolean entered) {
        bands.update(bar);
        if (!bands.isReady()) {
            return Optional.empty();
        }
        if (!entered && bar.close() < bands.lower()) {
            return Optional.of(Reasons.of("close %.10g below the lower band %.10g", bar.close(), bands.lower()));
        }
        if (entered && bar.close() >= bands.middle()) {
            return Optional.of(Reasons.of("close %.10g back at the middle band %.10g", bar.close(), bands.middle()));
        }
        return Optional.empty();
    }

    @Override
    public int warmUp() {
        return bands.warmUp();
    }

    @Override
    public String name() {
        return "bollinger-reversion";
    }

    @Override
    public int stateSize() {
        return bands.stateSize();
    }

    @Override
    public void save(StateWriter out) {
        bands.save(out);
    }

    @Override
    public void load(StateReader in) {
        bands.load(in);
    }
}
