/**
 * Quiet after deployments: what baselines find while caches are cold raises no alert.
 *
 * <p>Decision record 13.
 */
@NullMarked
package io.pumasentinel.job.mute;

import org.jspecify.annotations.NullMarked;
