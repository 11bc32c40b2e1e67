package io.millrace.flink.job;

/** Where a job without a checkpoint starts to read trades. */
public enum Start {
    /** At the oldest trade kept: the job has no state yet, so neither bars nor indicators may miss one. */
    EARLIEST,
    /** Where the group last committed: nothing is sent again, but bars and indicators begin anew there. */
    COMMITTED
}
