/** The results page in a real browser. */
@NullMarked
package io.pumasentinel.cli.browser;

import org.jspecify.annotations.NullMarked;
