package io.pumasentinel.job.decision;

/** What may be decided about an alert. */
public enum Action {
    /** Somebody takes it on. */
    ACKNOWLEDGE,
    /** Nobody is told of it, or of a later one of the same entity, until a stated time. */
    MUTE,
    /** It is over, unless it gets worse. */
    CLOSE
}
