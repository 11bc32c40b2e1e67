package io.millrace.core.sizing;

import io.millrace.core.money.Quantity;
import java.util.List;

/**
 * A part of the stake that makes the equity grow fastest: f* = winRate − (1 − winRate) / payoff, quantity = equity ×
 * min(fraction × f*, cap) / mark; nothing where f* is not above zero. Winning rate and payoff (mean gain of a winning
 * trade / mean loss of a losing one) are given, or else measured on the strategy's own round trips.
 *
 * <p>Sources: Kelly, A new interpretation of information rate (Bell System Technical Journal 35, 1956); Thorp, The Kelly
 * criterion in blackjack, sports betting, and the stock market (2006), for parts of it.
 */
final class Kelly implements SizingFormula {
    static final String WIN_RATE = Measured.WIN_RATE;
    static final String PAYOFF = Measured.PAYOFF;
    static final String FRACTION = "fraction";
    static final String CAP = "cap";
    static final List<SizingParameter> PARAMETERS = List.of(
            SizingParameter.number(FRACTION, 0.5, 0, 1, "part of the full Kelly stake"),
            SizingParameter.number(CAP, 0.25, 0, 100, "most notional of an order, parts of the equity"),
            SizingParameter.number(WIN_RATE, Double.NaN, 0, 1, "part of the trades that win; measured if not given"),
            SizingParameter.number(
                    PAYOFF, Double.NaN, 0, 1000, "mean gain of a win / mean loss of a loss; measured if not given"),
            SizingParameter.count(
                    Measured.TRADES, 20, 1, 100_000, "round trips to be measured before anything is ordered"));

    @Override
    public Quantity quantity(Sizing sizing, Stakes stakes) {
        double winRate = given(sizing, WIN_RATE);
        double payoff = given(sizing, PAYOFF);
        double stake = sizing.parameter(FRACTION) * (winRate - (1 - winRate) / payoff);
        return PercentOfEquity.leveraged(Math.min(stake, sizing.parameter(CAP)), stakes);
    }

    static boolean isOdds(String name) {
        return name.equals(WIN_RATE) || name.equals(PAYOFF);
    }

    private static double given(Sizing sizing, String name) {
        double given = sizing.parameter(name);
        return Double.isNaN(given) ? sizing.input(name) : given;
    }
}
