package io.millrace.core.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Ratios in basis points (1/10,000). */
final class Bps {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);
    private static final int SCALE = 8;

    private Bps() {}

    /** part / whole, rounded up to 1e-8 of a basis point, so that what exceeds a limit still does. */
    static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return part.multiply(WHOLE).divide(whole, SCALE, RoundingMode.CEILING);
    }
}
