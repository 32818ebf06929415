/** How fast the whole job and its parts are, against a floor measured in the same run. */
@NullMarked
package io.pumasentinel.benchmark;

import org.jspecify.annotations.NullMarked;
