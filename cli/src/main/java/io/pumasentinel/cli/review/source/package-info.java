/**
 * Where a review's numbers come from: questions that are written once, and two ways to answer them,
 * Elasticsearch and the files of {@code analyze}.
 */
@NullMarked
package io.pumasentinel.cli.review.source;

import org.jspecify.annotations.NullMarked;
