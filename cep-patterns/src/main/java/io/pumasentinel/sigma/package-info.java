/**
 * The rule language: Sigma detections and correlations, read from YAML, checked completely at load
 * and compiled to predicates over {@link io.pumasentinel.sigma.EventView}.
 *
 * <p>Pure Java: what executes correlations lives elsewhere. Whatever the language here does not
 * cover is refused at load with file, line and column; nothing is ignored silently.
 */
@NullMarked
package io.pumasentinel.sigma;

import org.jspecify.annotations.NullMarked;
