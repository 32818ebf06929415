/**
 * The job as a cluster runs it: the shaded jar, Flink in JVMs of its own, a real broker, a real
 * node.
 */
@NullMarked
package io.pumasentinel.job.cluster;

import org.jspecify.annotations.NullMarked;
