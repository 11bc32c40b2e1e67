package io.millrace.gateway.view;

import io.millrace.core.risk.RiskDecision;
import io.millrace.schemas.Topics;
import java.util.List;

/** All views, empty at first. */
public record Views(OrderViews orders, CommandViews commands, PositionViews positions, EquityViews equity) {
    public static Views empty() {
        return new Views(new OrderViews(), new CommandViews(), new PositionViews(), new EquityViews());
    }

    /** The topics they are made of. */
    public List<Feed<?>> feeds() {
        return List.of(
                new Feed<>(Topics.DECISIONS, this::decided),
                new Feed<>(Topics.APPROVED_ORDERS, orders::approved),
                new Feed<>(Topics.EXECUTION_REPORTS, orders::reported),
                new Feed<>(Topics.POSITIONS, positions::changed),
                new Feed<>(Topics.EQUITY, equity::changed));
    }

    private void decided(RiskDecision decision) {
        orders.decided(decision);
        commands.decided(decision);
    }
}
