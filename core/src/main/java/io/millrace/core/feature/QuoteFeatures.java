package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.RollingSum;
import java.util.List;

/**
 * The best bid and ask as of the bar's end (the last quote before it), and what they did within the bar. Where the venue
 * reports no quantities, what needs them is absent.
 *
 * <ul>
 *   <li>microprice = (bid × ask quantity + ask × bid quantity) / (bid quantity + ask quantity): Gatheral, Oomen,
 *       "Zero-intelligence realized variance estimation" (2010)
 *   <li>{@code quoteFlow}, of each quote to the one before it: bid quantity if the bid did not fall, less the bid quantity
 *       before if it did not rise, less ask quantity if the ask did not rise, plus the ask quantity before if it did not
 *       fall: order flow imbalance of Cont, Kukanov, Stoikov, "The Price Impact of Order Book Events" (2014)
 * </ul>
 */
final class QuoteFeatures extends Family {
    private static final int WINDOW = 20;

    private static final Feature SPREAD = quote("spread", "quote currency", 1, "ask − bid");
    private static final Feature RELATIVE_SPREAD = quote("relativeSpread", "1", 1, "(ask − bid) / mid");
    private static final Feature MEAN_SPREAD =
            quote("relativeSpread.mean", "1", 1, "mean over the bar's time of (ask − bid) / mid");
    private static final Feature MICROPRICE = quote(
                    "micropriceDistance",
                    "1",
                    1,
                    "microprice / mid − 1, microprice = (bid × askQuantity + ask × bidQuantity) / (bidQuantity +"
                            + " askQuantity)")
            .by("Gatheral, Oomen 2010");
    private static final Feature BOOK_IMBALANCE =
            quote("bookImbalance", "1", 1, "(bidQuantity − askQuantity) / (bidQuantity + askQuantity), in [−1, 1]");
    private static final Feature MID_DISTANCE = quote("midDistance", "1", 1, "close / mid − 1");
    private static final Feature MID_RETURN =
            quote("midReturn(1)", "1", 2, "ln(mid / mid at the end of the bar before)");
    private static final Feature AGE = quote("quoteAge", "seconds", 1, "bar's end − time of the quote");
    private static final Feature INTENSITY =
            quote("quoteIntensity", "quotes per second", 1, "quotes of the bar / its length");
    private static final Feature FLOW = quote(
                    "quoteFlow", "units of the instrument", 1, "Σ of bid flow − ask flow of the bar's quotes")
            .by("Cont, Kukanov, Stoikov 2014");
    private static final Feature FLOW_20 = quote(
                    "quoteFlow(20)", "mean depths", WINDOW, "Σ quoteFlow / mean of (bid + ask quantity) / 2, 20 bars")
            .by("Cont, Kukanov, Stoikov 2014");
    private static final List<Feature> FEATURES = List.of(
            SPREAD,
            RELATIVE_SPREAD,
            MEAN_SPREAD,
            MICROPRICE,
            BOOK_IMBALANCE,
            MID_DISTANCE,
            MID_RETURN,
            AGE,
            INTENSITY,
            FLOW,
            FLOW_20);

    private final RollingSum flows = new RollingSum(WINDOW);
    private final RollingSum depths = new RollingSum(WINDOW);
    private final RollingSum quotes = new RollingSum(WINDOW);
    private double previousMid = Double.NaN;

    private static Feature quote(String name, String unit, int warmUp, String meaning) {
        return Feature.of(name, unit, warmUp, meaning).from(FeatureInput.QUOTES);
    }

    @Override
    void update(Sample sample, Values out) {
        var flow = sample.flow();
        flows.add(flow == null ? 0 : flow.quoteFlow);
        depths.add(flow == null ? 0 : flow.depths);
        quotes.add(flow == null ? 0 : flow.quotes);
        if (sample.quote() == null) {
            return;
        }
        putQuote(sample, out);
        putQuantities(sample.quote(), out);
        if (flow != null) {
            putFlow(sample, out);
        }
    }

    private void putQuote(Sample sample, Values out) {
        var quote = sample.quote();
        double mid = quote.midUnits();
        out.put(SPREAD, (quote.askUnits - quote.bidUnits) / 1e8);
        out.put(RELATIVE_SPREAD, quote.relativeSpread());
        out.put(MID_DISTANCE, sample.bar().close().units() / mid - 1);
        out.put(MID_RETURN, StrictMath.log(mid / previousMid));
        out.put(AGE, (sample.bar().endTimeNanos() - quote.timeNanos) / 1e9);
        previousMid = mid;
    }

    private static void putQuantities(Tape.LastQuote quote, Values out) {
        double bid = quote.bidQuantityUnits;
        double ask = quote.askQuantityUnits;
        if (bid + ask > 0) {
            double imbalance = (bid - ask) / (bid + ask);
            out.put(BOOK_IMBALANCE, imbalance);
            // The microprice is off the mid by half the spread times the imbalance.
            out.put(MICROPRICE, imbalance * quote.relativeSpread() / 2);
        }
    }

    private void putFlow(Sample sample, Values out) {
        var flow = sample.flow();
        out.put(INTENSITY, flow.quotes / sample.seconds());
        if (sample.bar().isTimeBar()) {
            double last = flow.prevailingSeconds(sample.quote(), sample.bar().endTimeNanos());
            out.put(
                    MEAN_SPREAD,
                    (flow.spreadSeconds + last * sample.quote().relativeSpread()) / (flow.quotedSeconds + last));
        }
        if (depths.sum() > 0) {
            out.put(FLOW, flow.quoteFlow);
            if (flows.isReady()) {
                out.put(FLOW_20, flows.sum() / (depths.sum() / quotes.sum()));
            }
        }
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    protected void memory(Memory memory) {
        memory.carry(flows);
        memory.carry(depths);
        memory.carry(quotes);
        previousMid = memory.carry(previousMid);
    }
}
