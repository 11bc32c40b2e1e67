package io.millrace.core.sizing;

import io.millrace.core.money.Quantity;

/** One way to size; zero where it cannot. */
@FunctionalInterface
interface SizingFormula {
    Quantity quantity(Sizing sizing, Stakes stakes);
}
