/**
 * What nobody writes a line about: silence, and what two sources say against each other.
 *
 * <p>Events are counted before the shuffle ({@link io.pumasentinel.job.watch.PulseOperator}), so
 * that watching costs one record a host and ten seconds. Per service the counts meet in event-time
 * order ({@link io.pumasentinel.job.watch.WatchFunction}).
 */
@NullMarked
package io.pumasentinel.job.watch;

import org.jspecify.annotations.NullMarked;
