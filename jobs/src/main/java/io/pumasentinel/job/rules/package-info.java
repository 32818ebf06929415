/** Changes of the rules while the job runs: where they come from, and their admission. */
@NullMarked
package io.pumasentinel.job.rules;

import org.jspecify.annotations.NullMarked;
