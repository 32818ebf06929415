/** Tests of the execution of rules. */
@NullMarked
package io.pumasentinel.cep;

import org.jspecify.annotations.NullMarked;
