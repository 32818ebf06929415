/** The demo: a recorded day of a real Puma, replayed through the whole stack on one machine. */
@NullMarked
package io.pumasentinel.cli.demo;

import org.jspecify.annotations.NullMarked;
