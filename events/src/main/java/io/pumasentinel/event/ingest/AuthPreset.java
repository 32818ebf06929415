package io.pumasentinel.event.ingest;

/** How an application answers a sign-in, where the status alone does not tell. */
public enum AuthPreset {
    /** 401, 403, 422, 429 refuse, 302 and 303 accept; 200, 201 and 204 do not tell. */
    STATUS,
    /**
     * The Rails generator: accepted and refused both redirect, so that 302 and 303 do not tell,
     * unless the log says where to.
     */
    RAILS,
    /** Devise: refused shows the form again (200, 401, 422), accepted redirects. */
    DEVISE,
    /** A plain form: refused shows it again (200), accepted redirects. */
    FORM,
    /** A JSON API: accepted answers 2xx. */
    JSON_API
}
