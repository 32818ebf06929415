/** Writes a review as Markdown or as one HTML file; whatever a visitor sent stays text. */
@NullMarked
package io.pumasentinel.cli.review.print;

import org.jspecify.annotations.NullMarked;
