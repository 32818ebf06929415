/** Tests of the sources. */
@NullMarked
package io.pumasentinel.job.source;

import org.jspecify.annotations.NullMarked;
