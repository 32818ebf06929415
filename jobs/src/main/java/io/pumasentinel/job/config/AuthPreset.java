package io.pumasentinel.job.config;

/** How the application answers a sign-in, which tells a refused one from an accepted one. */
public enum AuthPreset {
    /** The Rails generator: accepted and refused both redirect; refused leads back. */
    RAILS,
    /** Devise: refused answers 422 or 401, accepted redirects. */
    DEVISE,
    /** A JSON API: refused answers 401, accepted 2xx. */
    JSON_API,
    /** A plain form: refused answers 200 with the form again, accepted redirects. */
    FORM
}
