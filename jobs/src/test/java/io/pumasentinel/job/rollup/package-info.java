@NullMarked
package io.pumasentinel.job.rollup;

import org.jspecify.annotations.NullMarked;
