package io.millrace.core.market;

import io.millrace.core.market.OpenBars.PartialBar;
import io.millrace.core.market.OpenBars.UnsettledTrade;

/** Judges a trade by those before it, in their order: so the flags do not depend on the order of arrival. */
final class Judgement {
    private final QualityRules rules;
    private final Outliers outliers;

    Judgement(QualityRules rules) {
        this.rules = rules;
        this.outliers = new Outliers(rules.outlierScore());
    }

    /** Flags the trade that is settled next, and its bar. */
    void judge(OpenBars state, PartialBar bar, UnsettledTrade trade, Findings findings) {
        // What an earlier release stored has a price but no time of it.
        long silence = state.settledNanos == 0 ? 0 : trade.eventTimeNanos - state.settledNanos;
        if (silence > rules.staleAfterNanos()) {
            Quality.flag(bar, QualityFlag.STALE.bit());
            trade.quality |= QualityFlag.STALE.bit();
            findings.found(
                    QualityFlag.STALE,
                    trade.eventTimeNanos,
                    trade.sequence,
                    Findings.seconds(silence),
                    Findings.seconds(rules.staleAfterNanos()));
        }
        double score = outliers.next(state.outliers, state.tickPriceUnits, trade.priceUnits);
        if (score > 0) {
            outlier(trade, score, findings);
            bar.quality |= trade.quality;
        }
    }

    /** Flags a trade that comes between two others when they are settled already; a neighbour without price is 0. */
    void judgeBetween(OpenBars state, UnsettledTrade trade, long before, long after, Findings findings) {
        double score = outliers.between(state.outliers, before, trade.priceUnits, after);
        if (score > 0) {
            outlier(trade, score, findings);
        }
    }

    private void outlier(UnsettledTrade trade, double score, Findings findings) {
        trade.quality |= QualityFlag.OUTLIER.bit();
        findings.found(QualityFlag.OUTLIER, trade.eventTimeNanos, trade.sequence, score, rules.outlierScore());
    }
}
