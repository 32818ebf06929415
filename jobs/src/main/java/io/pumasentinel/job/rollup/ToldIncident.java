package io.pumasentinel.job.rollup;

/**
 * An incident that is told by itself.
 *
 * @param id its alert's
 * @param entity what it is about, for the summary's words
 */
public record ToldIncident(String id, String entity) {}
