package io.pumasentinel.event;

/** Where an alert is in its life. */
public enum AlertStatus {
    /** Just raised. */
    OPEN,
    /** Raised earlier and still fed by findings. */
    ONGOING,
    /** Quiet for the stated time. */
    CLOSED
}
