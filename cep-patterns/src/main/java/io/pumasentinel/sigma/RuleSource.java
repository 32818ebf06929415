package io.pumasentinel.sigma;

import java.io.Serializable;

/**
 * One rule file.
 *
 * @param file its name, as problems print it
 * @param text its YAML, one document a rule
 */
public record RuleSource(String file, String text) implements Serializable {}
