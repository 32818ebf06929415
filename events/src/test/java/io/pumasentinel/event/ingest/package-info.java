@NullMarked
package io.pumasentinel.event.ingest;

import org.jspecify.annotations.NullMarked;
