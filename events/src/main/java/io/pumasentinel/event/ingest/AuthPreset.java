package io.pumasentinel.event.ingest;

/** What a status of 200, 201 or 204 means as the answer to a sign-in. */
public enum AuthPreset {
    /** It does not tell: an attempt. */
    STATUS,
    /** The form is shown again: a failure. */
    FORM,
    /** A token was handed out: a success. */
    JSON_API
}
