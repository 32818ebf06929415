/** The Flink job: its graph, the functions that hold keyed state, and its entry point. */
@NullMarked
package io.pumasentinel.job;

import org.jspecify.annotations.NullMarked;
