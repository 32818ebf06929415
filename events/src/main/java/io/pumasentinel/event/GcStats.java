package io.pumasentinel.event;

/**
 * Ruby's garbage collector as {@code /gc-stats} tells it, of the process that answered: in cluster
 * mode the master, not a worker. Absent numbers are -1.
 *
 * @param count collections since the process began
 * @param timeMillis time spent in them, in milliseconds
 * @param minorCount minor collections
 * @param majorCount major collections
 * @param liveSlots slots of the heap that hold an object
 * @param freeSlots slots of the heap that hold none
 * @param oldObjects objects that survived several collections
 */
public record GcStats(
        long count,
        long timeMillis,
        long minorCount,
        long majorCount,
        long liveSlots,
        long freeSlots,
        long oldObjects) {}
