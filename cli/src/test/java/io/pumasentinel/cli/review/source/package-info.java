/** Tests of where a review's numbers come from. */
@NullMarked
package io.pumasentinel.cli.review.source;

import org.jspecify.annotations.NullMarked;
