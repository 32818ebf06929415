/** Tests of the scores and windows. */
@NullMarked
package io.pumasentinel.job.score;

import org.jspecify.annotations.NullMarked;
