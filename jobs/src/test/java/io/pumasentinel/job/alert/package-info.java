/** Tests of the incidents. */
@NullMarked
package io.pumasentinel.job.alert;

import org.jspecify.annotations.NullMarked;
