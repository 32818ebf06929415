/** Many entities that do the same become a few alerts and one that counts the rest. */
@NullMarked
package io.pumasentinel.job.rollup;

import org.jspecify.annotations.NullMarked;
