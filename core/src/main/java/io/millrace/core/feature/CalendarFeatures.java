package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import io.millrace.core.market.Bar;
import java.time.LocalDate;
import java.util.List;

/** Where the bar's open lies in the week, the month and the year, in UTC; the time of day is in {@link BasicFeatures}. */
final class CalendarFeatures extends Family {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int WEEK_DAYS = 7;
    /** 1970-01-01 was a Thursday. */
    private static final int EPOCH_WEEKDAY = 3;

    private static final int SATURDAY = 5;

    private static final Feature WEEK_SIN =
            Feature.of("timeOfWeek.sin", "1", 1, "sin(2π × part of the UTC week since Monday at the bar's open)");
    private static final Feature WEEK_COS =
            Feature.of("timeOfWeek.cos", "1", 1, "cos(2π × part of the UTC week since Monday at the bar's open)");
    private static final Feature WEEKEND = Feature.of("weekend", "1", 1, "1 on Saturday and Sunday UTC, else 0");
    private static final Feature MONTH =
            Feature.of("timeOfMonth", "1", 1, "(day of the month − 1) / days of the month, UTC, in [0, 1)");
    private static final Feature YEAR_SIN =
            Feature.of("timeOfYear.sin", "1", 1, "sin(2π × (day of the year − 1) / days of the year), UTC");
    private static final Feature YEAR_COS =
            Feature.of("timeOfYear.cos", "1", 1, "cos(2π × (day of the year − 1) / days of the year), UTC");
    private static final List<Feature> FEATURES = List.of(WEEK_SIN, WEEK_COS, WEEKEND, MONTH, YEAR_SIN, YEAR_COS);

    @Override
    void update(Sample sample, Values out) {
        Bar bar = sample.bar();
        long day = Math.floorDiv(bar.openTimeNanos(), DAY_NANOS);
        double passed = Math.floorMod(bar.openTimeNanos(), DAY_NANOS) / (double) DAY_NANOS;
        int weekday = (int) Math.floorMod(day + EPOCH_WEEKDAY, (long) WEEK_DAYS);
        double week = 2 * Math.PI * ((weekday + passed) / WEEK_DAYS);
        out.put(WEEK_SIN, StrictMath.sin(week));
        out.put(WEEK_COS, StrictMath.cos(week));
        out.put(WEEKEND, weekday >= SATURDAY ? 1 : 0);
        var date = LocalDate.ofEpochDay(day);
        out.put(MONTH, (date.getDayOfMonth() - 1) / (double) date.lengthOfMonth());
        double year = 2 * Math.PI * ((date.getDayOfYear() - 1) / (double) date.lengthOfYear());
        out.put(YEAR_SIN, StrictMath.sin(year));
        out.put(YEAR_COS, StrictMath.cos(year));
    }

    @Override
    List<Feature> features() {
        return FEATURES;
    }

    @Override
    public String name() {
        return "calendar";
    }

    /** Each bar for itself. */
    @Override
    protected void memory(Memory memory) {}
}
