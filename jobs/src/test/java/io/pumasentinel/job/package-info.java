/** Tests of the graph as a whole, and what all tests of the job share. */
@NullMarked
package io.pumasentinel.job;

import org.jspecify.annotations.NullMarked;
