package io.pumasentinel.event;

/**
 * Where a line was read: the source of every document id and of the order inside one event second.
 *
 * @param source Kafka: {@code topic-partition}; files: the path as given
 * @param index Kafka: the record's offset (from 0); files: the line number (from 1)
 * @param file true for a file's line, false for a Kafka record
 */
public record Position(String source, long index, boolean file) implements Comparable<Position> {

    /** The position of a Kafka record. */
    public static Position ofRecord(String topic, int partition, long offset) {
        return new Position(topic + "-" + partition, offset, false);
    }

    /** The position of a line in a file; {@code line} counts from 1. */
    public static Position ofLine(String path, long line) {
        return new Position(path, line, true);
    }

    /** {@code topic-partition-offset} or {@code path#line}: the same after every replay. */
    public String id() {
        return file ? source + "#" + index : source + "-" + index;
    }

    @Override
    public int compareTo(Position other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : Long.compare(index, other.index);
    }
}
