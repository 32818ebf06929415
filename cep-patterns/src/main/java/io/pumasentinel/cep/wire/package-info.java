/**
 * How the two hot stream types cross an exchange: by hand, at a third of what Flink's POJO
 * serialiser costs.
 *
 * <p>Only for the wire between operators. The layout may change with every release; state is
 * written by the POJO serialiser, which evolves.
 */
@NullMarked
package io.pumasentinel.cep.wire;

import org.jspecify.annotations.NullMarked;
