/**
 * Where events enter the job: files merged by event time, Kafka topics, the watermarks of both, and
 * the place where every event gets its time and the name under which its endpoint is counted.
 *
 * <p>Everything here keeps to the source position: a restart reads on at the same line or offset
 * and gives every event the same time and the same endpoint as an undisturbed run.
 */
@NullMarked
package io.pumasentinel.job.source;

import org.jspecify.annotations.NullMarked;
