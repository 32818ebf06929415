/** Tests of what nobody writes a line about. */
@NullMarked
package io.pumasentinel.job.watch;

import org.jspecify.annotations.NullMarked;
