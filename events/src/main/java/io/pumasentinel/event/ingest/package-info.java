/**
 * One line of bytes becomes one or more events: a pure function, safe for any bytes.
 *
 * <p>Nothing that enters an event escapes redaction, every text is valid Unicode without control
 * characters, and work is linear in the line's length. Lines are read from the right, because in
 * Puma's format the left end belongs to the client.
 */
@NullMarked
package io.pumasentinel.event.ingest;

import org.jspecify.annotations.NullMarked;
