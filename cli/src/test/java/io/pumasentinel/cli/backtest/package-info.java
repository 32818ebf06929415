@NullMarked
package io.pumasentinel.cli.backtest;

import org.jspecify.annotations.NullMarked;
