package io.millrace.verification.history;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.order.Side;
import io.millrace.core.risk.RiskDecision;
import java.math.BigInteger;
import java.util.TreeSet;

/**
 * What an order is and would do to its account, in counts of 1e-8.
 *
 * @param isReducing it can only bring the position nearer to zero, even if all open orders of its side fill first
 * @param notional quantity × price: the mark; the limit of a buy; the higher of both of a sell
 * @param position |position| × mark with this order and all open orders of its side filled
 * @param gross Σ |position × mark| with this order and those open orders filled that make it largest
 * @param lostToday equity at the start of the UTC day − equity
 * @param peak highest equity so far
 * @param approvedWithinMinute orders approved within 60 s, this one included
 */
record Measures(
        boolean isReducing,
        BigInteger notional,
        BigInteger position,
        BigInteger gross,
        BigInteger equity,
        BigInteger lostToday,
        BigInteger peak,
        int approvedWithinMinute) {

    /**
     * Of a decision on an order that has terms and a mark.
     *
     * @param approvedBefore orders approved within 60 s before the decision
     */
    static Measures of(RiskDecision decision, Book book, int approvedBefore) {
        var intent = decision.intent();
        var terms = intent.terms();
        var instrument = intent.instrument();
        var mark = Exact.of(decision.mark().units());
        var quantity = Exact.of(terms.quantity().units());
        var held = book.holding(instrument).quantity();
        var onSide = book.working(instrument, terms.side()).add(quantity);
        boolean isReducing = held.signum() == -terms.side().sign() && onSide.compareTo(held.abs()) <= 0;
        var after = held.add(onSide.multiply(Exact.of(terms.side().sign())));
        return new Measures(
                isReducing,
                Exact.notional(priceOf(decision, mark), quantity),
                Exact.notional(mark, after.abs()),
                gross(decision, book, mark, quantity),
                book.equity(),
                book.lostToday(),
                book.peak(),
                approvedBefore + 1);
    }

    private static BigInteger priceOf(RiskDecision decision, BigInteger mark) {
        var terms = decision.intent().terms();
        if (terms.limitPrice() == null) {
            return mark;
        }
        var limit = Exact.of(terms.limitPrice().units());
        return terms.side() == Side.BUY ? limit : limit.max(mark);
    }

    private static BigInteger gross(RiskDecision decision, Book book, BigInteger ownMark, BigInteger quantity) {
        var own = decision.intent().instrument();
        var instruments = new TreeSet<InstrumentId>(book.holdings().keySet());
        instruments.removeIf(instrument -> !book.follows(instrument));
        instruments.add(own);
        var gross = BigInteger.ZERO;
        for (var instrument : instruments) {
            boolean isOwn = instrument.equals(own);
            var side = decision.intent().terms().side();
            var buys = book.working(instrument, Side.BUY).add(isOwn && side == Side.BUY ? quantity : BigInteger.ZERO);
            var sells =
                    book.working(instrument, Side.SELL).add(isOwn && side == Side.SELL ? quantity : BigInteger.ZERO);
            var held = book.holding(instrument).quantity();
            var largest = held.add(buys).abs().max(held.subtract(sells).abs()).max(held.abs());
            var mark = isOwn ? ownMark : book.holding(instrument).mark();
            if (mark != null) {
                gross = gross.add(Exact.notional(mark, largest));
            }
        }
        return gross;
    }
}
