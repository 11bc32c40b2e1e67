package io.millrace.gateway.view;

import io.millrace.core.order.OrderIntent;
import io.millrace.core.risk.RiskDecision;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The latest command to each account that risk has taken: halt, reduce, resume or cancel all. */
public final class CommandViews {
    private final ConcurrentNavigableMap<String, Command> commands = new ConcurrentSkipListMap<>();

    /** A command and risk's decision on it. */
    public record Command(OrderIntent intent, Ruling ruling) {}

    public void decided(RiskDecision decision) {
        if (!decision.intent().action().concernsOneOrder()) {
            commands.put(decision.intent().accountId(), new Command(decision.intent(), Ruling.of(decision)));
        }
    }

    /** By account. */
    public List<Command> all() {
        return List.copyOf(commands.values());
    }
}
