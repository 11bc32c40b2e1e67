package io.millrace.core.market;

/** What {@link Outliers} remembers of one instrument; public fields so that a stream engine stores it field by field. */
public final class OutlierReference {
    /** Log returns since the reference was taken. */
    public double[] returns = {};

    public int count;

    /** Median of the block before. */
    public double median;

    /** Robust deviation of the block before, 0 before the first block was full. */
    public double deviation;

    /** Price of the last trade that was no outlier, 0 before the first. */
    public long acceptedUnits;

    public OutlierReference() {}
}
