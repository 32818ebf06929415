/**
 * The results page of {@code demo} and the self-contained report of {@code analyze}.
 *
 * <p>Both are one template with the same scripts and the same chart specifications ({@code
 * deploy/kibana/charts}); they differ only in where a query's answer comes from: the local server,
 * or responses embedded in the file.
 */
@NullMarked
package io.pumasentinel.cli.page;

import org.jspecify.annotations.NullMarked;
