/** Tests of the scoring operator's parts. */
@NullMarked
package io.pumasentinel.job.score;

import org.jspecify.annotations.NullMarked;
