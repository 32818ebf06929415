@NullMarked
package io.pumasentinel.cli.kibana.bundle;

import org.jspecify.annotations.NullMarked;
