package io.pumasentinel.event;

/** What a request says about a sign-in. */
public enum AuthOutcome {
    /** Not a sign-in. */
    NONE,
    /** A sign-in whose outcome the status does not tell. */
    ATTEMPT,
    /** A sign-in that was refused. */
    FAILURE,
    /** A sign-in that was accepted. */
    SUCCESS
}
