/** Tests of how a review is written. */
@NullMarked
package io.pumasentinel.cli.review.print;

import org.jspecify.annotations.NullMarked;
