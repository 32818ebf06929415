/** Assembling findings into alerts: one per incident and entity. */
@NullMarked
package io.pumasentinel.job.alert;

import org.jspecify.annotations.NullMarked;
