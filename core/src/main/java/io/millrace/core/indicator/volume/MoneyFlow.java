package io.millrace.core.indicator.volume;

import io.millrace.core.indicator.BarValues;

/** Chaikin's part of a bar's volume that bought: where in its range the bar closed. */
final class MoneyFlow {
    private MoneyFlow() {}

    /** ((close − low) − (high − close)) / (high − low) × volume; 0 of a bar without a range. */
    static double volume(BarValues bar) {
        double range = bar.high() - bar.low();
        return range > 0 ? ((bar.close() - bar.low()) - (bar.high() - bar.close())) / range * bar.volume() : 0;
    }
}
