package io.millrace.gateway.view;

import io.millrace.core.order.Action;
import io.millrace.core.order.OrderIntent;
import io.millrace.core.risk.RiskDecision;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The latest command of each kind to each account that risk has taken: halt, reduce, resume or cancel all. */
public final class CommandViews {
    private static final Comparator<Target> BY_ACCOUNT =
            Comparator.comparing(Target::accountId).thenComparing(Target::action);

    private final ConcurrentNavigableMap<Target, Command> commands = new ConcurrentSkipListMap<>(BY_ACCOUNT);

    private record Target(String accountId, Action action) {}

    /** A command and risk's decision on it. */
    public record Command(OrderIntent intent, Ruling ruling) {}

    public void decided(RiskDecision decision) {
        var intent = decision.intent();
        if (!intent.action().concernsOneOrder()) {
            commands.put(new Target(intent.accountId(), intent.action()), new Command(intent, Ruling.of(decision)));
        }
    }

    /** By account, then by kind. */
    public List<Command> all() {
        return List.copyOf(commands.values());
    }
}
