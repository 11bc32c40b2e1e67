package io.millrace.core.risk;

import io.millrace.core.money.WideMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How the numbers of a check read. */
enum Measure {
    /** Amounts, prices and quantities: counts of 1e-8. */
    UNITS(8),
    /** Whole numbers. */
    COUNT(0),
    /** Nanoseconds that read as milliseconds. */
    NANOS_AS_MILLIS(6),
    /** Parts of a whole that read as basis points; the limit counts basis points. */
    BPS(0);

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);
    private static final int RATIO_SCALE = 8;

    private final int scale;

    Measure(int scale) {
        this.scale = scale;
    }

    /** @param whole what the value is a part of, for {@link #BPS} */
    String text(WideMoney value, long whole) {
        return switch (this) {
            case UNITS -> value.toString();
            case COUNT, NANOS_AS_MILLIS -> limitText(value.low());
            case BPS -> plain(bps(value, whole));
        };
    }

    String limitText(long limit) {
        return plain(BigDecimal.valueOf(limit, scale));
    }

    /** part / whole, rounded up to 1e-8 of a basis point, so that what exceeds a limit still does. */
    private static BigDecimal bps(WideMoney part, long whole) {
        var wholeAmount = WideMoney.of(whole).toDecimal();
        return part.toDecimal().multiply(WHOLE).divide(wholeAmount, RATIO_SCALE, RoundingMode.CEILING);
    }

    private static String plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
