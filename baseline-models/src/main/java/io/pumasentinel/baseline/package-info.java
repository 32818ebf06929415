/**
 * Learned baselines: what is normal for an endpoint, and how unusual the newest window is.
 *
 * <p>Pure calculation: no clock, no randomness, no stream processor. Everything that is kept
 * between windows is a plain object with public fields, so that a stream processor can store it and
 * later versions can add to it.
 */
@NullMarked
package io.pumasentinel.baseline;

import org.jspecify.annotations.NullMarked;
