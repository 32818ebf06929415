/**
 * What the job found, held against what really happened: reading the truth, matching alerts to
 * labelled episodes, and the figures. Pure but for {@link
 * io.pumasentinel.cli.backtest.BacktestSinks} and what it attaches to the job.
 */
@NullMarked
package io.pumasentinel.cli.backtest;

import org.jspecify.annotations.NullMarked;
