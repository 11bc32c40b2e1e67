package io.millrace.core.market.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** When a market trades on a trading day, by the clocks of its own zone. */
@FunctionalInterface
interface SessionRule {
    /**
     * From when to when.
     *
     * @param open at most a day before the trading day
     * @param close at most a day after it
     */
    record Hours(LocalDateTime open, LocalDateTime close) {}

    /** Empty where nothing is traded. */
    Optional<Hours> on(LocalDate date);
}
