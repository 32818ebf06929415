package io.pumasentinel.sigma;

/**
 * A text that a field must contain.
 *
 * @param field where
 * @param text what, not empty; its case may not matter
 */
record Needle(Field field, String text) {}
