/**
 * What travels on streams: events read from Puma, windows over them, signals, findings, alerts and
 * dead letters.
 *
 * <p>Every stream type is a public record whose components Flink serialises without Kryo:
 * primitives, boxed numbers, strings, enums, lists, arrays and further such records. Sum types are
 * flat records with an enum kind and nullable arms, because a sealed interface on a stream would
 * fall back to Kryo. Instants are {@code long} milliseconds since the epoch, durations {@code long}
 * nanoseconds; names carry the unit.
 */
@NullMarked
package io.pumasentinel.event;

import org.jspecify.annotations.NullMarked;
