/**
 * The execution of rules: classify, sum, correlate and the ordered sequences on Flink CEP.
 *
 * <p>Pure classes hold the logic and know neither state backends nor clocks; operators only open
 * state, set timers, call and emit. In the order of the flow: {@link
 * io.pumasentinel.cep.Classifier} says which rules one event matches; {@link
 * io.pumasentinel.cep.SignalSums} adds the matches up per rule, group and event second before the
 * shuffle; {@link io.pumasentinel.cep.RulePipeline} counts them in event-time order and runs the
 * sequences.
 */
@NullMarked
package io.pumasentinel.cep;

import org.jspecify.annotations.NullMarked;
