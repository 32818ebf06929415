/** Tests of the regular review. */
@NullMarked
package io.pumasentinel.cli.review;

import org.jspecify.annotations.NullMarked;
