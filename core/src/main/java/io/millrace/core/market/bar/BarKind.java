package io.millrace.core.market.bar;

import io.millrace.core.market.bar.BarParameter.Unit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may close a bar besides time, and what the page of bars says of it. */
@SuppressWarnings("ImmutableEnumChecker") // List.of, and constructors without memory
public enum BarKind {
    TICK(
            "tick",
            List.of(new BarParameter("trades", Unit.COUNT, "number of trades in a bar")),
            "The trade that is the last of its number closes it.",
            "number of trades = trades",
            Sources.THRESHOLD,
            p -> new ThresholdRule(Measure.TICK, p.get(0))),
    VOLUME(
            "volume",
            List.of(new BarParameter("quantity", Unit.QUANTITY, "quantity that fills a bar")),
            "The trade that fills it closes it; a trade that overfills it is not split.",
            "Σ quantity ≥ quantity",
            Sources.THRESHOLD,
            p -> new ThresholdRule(Measure.VOLUME, p.get(0))),
    VALUE(
            "value",
            List.of(new BarParameter("amount", Unit.MONEY, "amount in the quote currency that fills a bar")),
            "The trade that fills it closes it; a trade that overfills it is not split. Also called dollar bars.",
            "Σ price × quantity ≥ amount",
            Sources.THRESHOLD,
            p -> new ThresholdRule(Measure.VALUE, p.get(0))),
    TICK_IMBALANCE(
            "tick-imbalance",
            Expected.PARAMETERS,
            Expected.IMBALANCE,
            "abs(Σ b) ≥ E[T] × abs(E[b])",
            Sources.IMBALANCE,
            p -> new ImbalanceRule(Measure.TICK, Expected.of(p))),
    VOLUME_IMBALANCE(
            "volume-imbalance",
            Expected.PARAMETERS,
            Expected.IMBALANCE,
            "abs(Σ b × quantity) ≥ E[T] × abs(E[b × quantity])",
            Sources.IMBALANCE,
            p -> new ImbalanceRule(Measure.VOLUME, Expected.of(p))),
    VALUE_IMBALANCE(
            "value-imbalance",
            Expected.PARAMETERS,
            Expected.IMBALANCE,
            "abs(Σ b × value) ≥ E[T] × abs(E[b × value]), value = price × quantity",
            Sources.IMBALANCE,
            p -> new ImbalanceRule(Measure.VALUE, Expected.of(p))),
    TICK_RUNS(
            "tick-runs",
            Expected.PARAMETERS,
            Expected.RUNS,
            "max(buyers' trades, sellers' trades) ≥ E[T] × max(P, 1 − P)",
            Sources.RUNS,
            p -> new RunsRule(Measure.TICK, Expected.of(p))),
    VOLUME_RUNS(
            "volume-runs",
            Expected.PARAMETERS,
            Expected.RUNS,
            "max(Σ bought, Σ sold quantity) ≥ E[T] × max(P × E[quantity given buyer], (1 − P) × E[quantity given"
                    + " seller])",
            Sources.RUNS,
            p -> new RunsRule(Measure.VOLUME, Expected.of(p))),
    VALUE_RUNS(
            "value-runs",
            Expected.PARAMETERS,
            Expected.RUNS,
            "max(Σ bought, Σ sold value) ≥ E[T] × max(P × E[value given buyer], (1 − P) × E[value given seller])",
            Sources.RUNS,
            p -> new RunsRule(Measure.VALUE, Expected.of(p))),
    RENKO(
            "renko",
            List.of(new BarParameter("brick", Unit.PRICE, "height of a brick")),
            "A brick follows the last one's direction when the price has moved one height beyond its close, and turns"
                    + " when it has moved two heights back. Open and close are the brick, on a grid of multiples of its"
                    + " height; high and low are how far the price went (the wicks). One trade may close several"
                    + " bricks: it counts in the first, the others have no trades. A jump over more than "
                    + RenkoRule.MAX_BRICKS + " bricks starts the grid anew.",
            "abs(price − close of the last brick) ≥ brick, 2 × brick against its direction",
            "Nison, Beyond Candlesticks (1994), ch. 8",
            p -> new RenkoRule(p.get(0))),
    RANGE(
            "range",
            List.of(new BarParameter("range", Unit.PRICE, "high − low of a bar")),
            "A trade beyond the range closes the bar at the full range on that side and opens the next one at its own"
                    + " price: a bar opens outside of the one before and closes at its high or low. A jump leaves a"
                    + " gap, no bars are invented in it. The bar is known when the trade that opens the next is.",
            "price − low > range or high − price > range",
            "Nicolellis (1995), the three rules of range bars",
            p -> new RangeRule(p.get(0)));

    private final String word;
    private final List<BarParameter> parameters;
    private final String rule;
    private final String formula;
    private final String source;
    private final Function<List<Long>, BarRule> constructor;

    BarKind(
            String word,
            List<BarParameter> parameters,
            String rule,
            String formula,
            String source,
            Function<List<Long>, BarRule> constructor) {
        this.word = word;
        this.parameters = parameters;
        this.rule = rule;
        this.formula = formula;
        this.source = source;
        this.constructor = constructor;
    }

    /** The word that names of such bars begin with. */
    public String word() {
        return word;
    }

    public List<BarParameter> parameters() {
        return parameters;
    }

    /** When a bar closes, in words. */
    public String rule() {
        return rule;
    }

    /** What must hold for a bar to close. */
    public String formula() {
        return formula;
    }

    /** The book or paper that defines it. */
    public String source() {
        return source;
    }

    /** How its names are written: {@code tick(trades)}. */
    public String usage() {
        return parameters.stream().map(BarParameter::name).collect(Collectors.joining(",", word + "(", ")"));
    }

    /** Whether the first parameter alone is enough, the others following from it. */
    public boolean hasShortForm() {
        return parameters.size() > 1;
    }

    BarRule rule(List<Long> values) {
        return constructor.apply(values);
    }

    /** The missing ones follow from the first. */
    List<Long> completed(List<Long> values) {
        if (!hasShortForm() || values.size() != 1) {
            return values;
        }
        long trades = values.get(0);
        long most = trades <= Long.MAX_VALUE / 2 ? 2 * trades : Long.MAX_VALUE;
        return List.of(trades, Expected.SPAN, Math.max(1, trades / 2), most);
    }

    /** What information-driven bars have in common. */
    private static final class Expected {
        static final long SPAN = 20;

        static final List<BarParameter> PARAMETERS = List.of(
                new BarParameter("trades", Unit.COUNT, "length of the first bar, which is the warm-up"),
                new BarParameter("span", Unit.COUNT, "span of the moving means in bars, " + SPAN + " if left out"),
                new BarParameter("min", Unit.COUNT, "fewest trades in a bar, half of trades if left out"),
                new BarParameter("max", Unit.COUNT, "most trades in a bar, twice trades if left out"));

        static final String IMBALANCE = "It closes when buyers or sellers outweigh each other by more than was to be"
                + " expected. b is the side of a trade (+1 buyer, −1 seller, 0 unknown); E[T] is the exponentially"
                + " weighted mean of the lengths of the bars before, the other expectation that over the trades of the"
                + " bars before (weight 2 / (span × trades + 1)).";

        static final String RUNS = "It closes when one side has traded more than was to be expected of it, whether or"
                + " not the other came between. E[T], the share P of buyers' trades and the means per side are"
                + " exponentially weighted over the bars before (weight 2 / (span + 1)).";

        static Expectation of(List<Long> values) {
            return new Expectation(values.get(0), values.get(1), values.get(2), values.get(3));
        }

        private Expected() {}
    }

    private static final class Sources {
        static final String BOOK = "López de Prado, Advances in Financial Machine Learning (2018), ";
        static final String THRESHOLD = BOOK + "2.3.1";
        static final String IMBALANCE = BOOK + "2.3.2.1–2.3.2.2";
        static final String RUNS = BOOK + "2.3.2.3–2.3.2.4";

        private Sources() {}
    }
}
