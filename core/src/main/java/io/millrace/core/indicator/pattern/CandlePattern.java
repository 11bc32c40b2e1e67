package io.millrace.core.indicator.pattern;

import io.millrace.core.indicator.BarValues;
import io.millrace.core.indicator.IndicatorKind;
import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.SingleValue;
import java.util.Locale;

/**
 * Whether the last candles form a pattern: 100 if a bullish one, −100 if a bearish one, else 0. What is long, short or
 * near follows from the candles before ({@link Candles}); whether the price was in a trend before is not looked at.
 *
 * <p>Source: TA-Lib's CDL functions with their default settings, after Morris, Candlestick Charting Explained. Ties are
 * decided exactly: prices are multiples of 1e-8. Warm-up: the candles of the pattern and those that they are compared
 * with, the same as TA-Lib's.
 */
public final class CandlePattern extends SingleValue {
    /** Whether there is a pattern: 100, −100 or 0. */
    @FunctionalInterface
    interface Rule {
        int signal(Candles candles, double penetration);
    }

    /** A pattern there is, which is its kind of indicator and what makes it up. */
    static final class Definition {
        private static final double NONE = 0;

        private final IndicatorKind kind;
        private final int warmUp;
        private final Rule rule;

        /**
         * @param word what follows {@code cdl-} in its name
         * @param bars how many it must have seen
         * @param formula what makes it up
         */
        Definition(String word, String title, int bars, String formula, Rule rule) {
            warmUp = bars;
            this.rule = rule;
            kind = described(IndicatorKind.named("cdl-" + word, title), word, formula)
                    .creates(p -> new CandlePattern(this, NONE));
        }

        /** One that must reach into a body by a part of it. */
        Definition(String word, String title, int bars, double penetration, String formula, Rule rule) {
            warmUp = bars;
            this.rule = rule;
            kind = described(
                            IndicatorKind.named("cdl-" + word, title).number("penetration", penetration, 0, 1),
                            word,
                            formula)
                    .creates(p -> new CandlePattern(this, p.number("penetration"), p.number("penetration")));
        }

        private static IndicatorKind.Description described(
                IndicatorKind.Description description, String word, String formula) {
            return description
                    .value("100 bullish, −100 bearish, 0 none")
                    .formula(formula)
                    .seeding("None: a window of candles. Long, short and near are TA-Lib's default settings.")
                    .source("TA-Lib CDL" + word.replace("-", "").toUpperCase(Locale.ROOT)
                            + ", after Morris, Candlestick Charting Explained (2006)");
        }

        IndicatorKind kind() {
            return kind;
        }
    }

    private final Definition definition;
    private final double penetration;
    private final Candles candles = new Candles();
    private int signal;

    private CandlePattern(Definition definition, double penetration, Object... parameters) {
        super(definition.kind, parameters);
        this.definition = definition;
        this.penetration = penetration;
    }

    @Override
    public void update(BarValues bar) {
        candles.add(bar);
        signal = isReady() ? definition.rule.signal(candles, penetration) : 0;
    }

    /** 100, −100 or 0. */
    public int signal() {
        return signal;
    }

    @Override
    public double value() {
        return signal;
    }

    @Override
    public boolean isReady() {
        return candles.seen() >= definition.warmUp;
    }

    @Override
    public int warmUp() {
        return definition.warmUp;
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(candles);
        signal = memory.carry(signal);
    }
}
