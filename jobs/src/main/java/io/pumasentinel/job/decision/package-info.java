/**
 * What people decide about alerts while the job runs: acknowledged, muted, closed. Decisions come
 * from the control topic and change how the alerts behind them are told.
 */
@NullMarked
package io.pumasentinel.job.decision;

import org.jspecify.annotations.NullMarked;
