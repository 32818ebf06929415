/** Tests of the documents. */
@NullMarked
package io.pumasentinel.job.sink;

import org.jspecify.annotations.NullMarked;
