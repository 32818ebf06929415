@NullMarked
package io.pumasentinel.cli.kibana;

import org.jspecify.annotations.NullMarked;
