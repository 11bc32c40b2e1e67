package io.millrace.flink.job;

/** Which bars a job can use. */
public enum Bars {
    /** Those that time closes: what the job keeps is kept by their interval. */
    OF_TIME,
    /** Those of sessions and those that something else than time closes, too. */
    OF_ANY_TYPE
}
