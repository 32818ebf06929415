/** The commands that a person runs. */
@NullMarked
package io.pumasentinel.cli;

import org.jspecify.annotations.NullMarked;
