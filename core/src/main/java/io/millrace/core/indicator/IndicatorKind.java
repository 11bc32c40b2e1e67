package io.millrace.core.indicator;

import java.util.List;
import java.util.function.Function;

/** The indicators there are, with the parameters that their names carry. */
@SuppressWarnings("ImmutableEnumChecker") // List.of, and constructors without memory
public enum IndicatorKind {
    SMA("sma", List.of("period"), p -> new Sma(p.period(0))),
    EMA("ema", List.of("period"), p -> new Ema(p.period(0))),
    RSI("rsi", List.of("period"), p -> new Rsi(p.period(0))),
    MACD("macd", List.of("fast", "slow", "signal"), p -> new Macd(p.period(0), p.period(1), p.period(2))),
    BOLLINGER("bollinger", List.of("period", "width"), p -> new Bollinger(p.period(0), p.number(1))),
    ATR("atr", List.of("period"), p -> new Atr(p.period(0))),
    VWAP("vwap", List.of("period"), p -> new Vwap(p.period(0))),
    OBV("obv", List.of(), p -> new Obv()),
    VOLUME("volume", List.of("period"), p -> new VolumeStatistics(p.period(0)));

    private final String word;
    private final List<String> parameters;
    private final Function<Arguments, Indicator> constructor;

    IndicatorKind(String word, List<String> parameters, Function<Arguments, Indicator> constructor) {
        this.word = word;
        this.parameters = parameters;
        this.constructor = constructor;
    }

    /** The word that its names begin with. */
    public String word() {
        return word;
    }

    /** The names of its parameters, in their order. */
    public List<String> parameters() {
        return parameters;
    }

    /** How its names are written: {@code macd(fast,slow,signal)}. */
    public String usage() {
        return parameters.isEmpty() ? word : word + "(" + String.join(",", parameters) + ")";
    }

    Indicator create(Arguments arguments) {
        return constructor.apply(arguments);
    }

    /** The numbers between the parentheses of a name. */
    record Arguments(List<Double> numbers) {
        double number(int index) {
            return numbers.get(index);
        }

        int period(int index) {
            double number = numbers.get(index);
            if (number != (int) number) {
                throw new IllegalArgumentException("a period must be a whole number of bars, was " + number);
            }
            return (int) number;
        }
    }
}
