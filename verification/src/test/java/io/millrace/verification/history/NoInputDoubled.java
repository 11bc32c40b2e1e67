package io.millrace.verification.history;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.schemas.Topics;
import java.util.HashMap;
import java.util.List;

/** Source sequences only grow in an instrument's partition: none comes again, none comes before an earlier one. */
final class NoInputDoubled implements Checker {
    @Override
    public String promise() {
        return "no trade and no quote is in its topic twice, and none overtakes another";
    }

    @Override
    public List<Violation> check(History history) {
        var violations = new Violations(this);
        var trades = new HashMap<InstrumentId, Logged<Trade>>();
        for (var logged : history.of(Topics.TRADES)) {
            var before = trades.put(logged.value().instrument(), logged);
            if (before != null && logged.value().sequence() <= before.value().sequence()) {
                violations.add(
                        "sequence " + logged.value().sequence() + " of "
                                + logged.value().instrument() + " comes after "
                                + before.value().sequence(),
                        before,
                        logged);
            }
        }
        var quotes = new HashMap<InstrumentId, Long>();
        for (var logged : history.of(Topics.QUOTES)) {
            var before = quotes.put(logged.value().instrument(), logged.value().sequence());
            if (before != null && logged.value().sequence() <= before) {
                violations.add("a quote's sequence comes after " + before, logged);
            }
        }
        return violations.list();
    }
}
