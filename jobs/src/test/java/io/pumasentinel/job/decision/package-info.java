@NullMarked
package io.pumasentinel.job.decision;

import org.jspecify.annotations.NullMarked;
