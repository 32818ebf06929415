/** Tests of the quiet after deployments. */
@NullMarked
package io.pumasentinel.job.mute;

import org.jspecify.annotations.NullMarked;
