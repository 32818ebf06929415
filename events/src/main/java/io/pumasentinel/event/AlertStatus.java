package io.pumasentinel.event;

/** Where an alert is in its life. */
public enum AlertStatus {
    /** Just raised. */
    OPEN,
    /** Raised earlier and still fed by findings. */
    ONGOING,
    /** Somebody has taken it on; back to ongoing when it gets a new part. */
    ACKNOWLEDGED,
    /** Told to the indices, and to nobody else, until a stated time. */
    MUTED,
    /** Quiet for the stated time, or closed by a person. */
    CLOSED
}
