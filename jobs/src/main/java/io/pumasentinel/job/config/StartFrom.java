package io.pumasentinel.job.config;

/** Where reading a topic begins when the job starts without a checkpoint. */
public enum StartFrom {
    /** At the oldest record kept. */
    EARLIEST,
    /** At the next record written. */
    LATEST,
    /** Where the group stopped; at the oldest record if the group is new. */
    COMMITTED
}
