/** Tests of what crosses an exchange. */
@NullMarked
package io.pumasentinel.cep.wire;

import org.jspecify.annotations.NullMarked;
