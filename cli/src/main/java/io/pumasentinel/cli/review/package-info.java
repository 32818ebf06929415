/**
 * The regular review: what happened in a span of event time, compared with the span before, and
 * what to do next.
 *
 * <p>{@link Review} asks a {@link io.pumasentinel.cli.review.source.ReviewSource} once and is a
 * pure value afterwards; {@code print} writes it as Markdown or HTML.
 */
@NullMarked
package io.pumasentinel.cli.review;

import org.jspecify.annotations.NullMarked;
