/**
 * How long the queries of the dashboards take on millions of documents: {@link
 * io.pumasentinel.benchmark.panels.PanelsBenchmark}.
 */
@NullMarked
package io.pumasentinel.benchmark.panels;

import org.jspecify.annotations.NullMarked;
