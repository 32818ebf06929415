/** Services that the command line starts in this process for a person's laptop. */
@NullMarked
package io.pumasentinel.cli.local;

import org.jspecify.annotations.NullMarked;
