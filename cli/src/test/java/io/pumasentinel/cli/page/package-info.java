/** Tests of the results page. */
@NullMarked
package io.pumasentinel.cli.page;

import org.jspecify.annotations.NullMarked;
