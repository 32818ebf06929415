package io.pumasentinel.event;

/**
 * Where a line was read: the source of every document id and of the order inside one event second.
 *
 * @param source Kafka: {@code topic-partition}; files: the path as given
 * @param index Kafka: the record's offset (from 0); files: the line number (from 1)
 * @param file true for a file's line, false for a Kafka record
 * @param part which of several records that share the line, from 0; 0 for a line of one record
 */
public record Position(String source, long index, boolean file, int part)
        implements Comparable<Position> {

    /** The most records of one line that have a position of their own, the rest included. */
    public static final int MAX_PARTS = 127;

    /**
     * @throws IllegalArgumentException if {@code part} is negative or {@link #MAX_PARTS} or more
     */
    public Position {
        if (part < 0 || part >= MAX_PARTS) {
            throw new IllegalArgumentException(
                    "part of a line (got %d); 0 to %d".formatted(part, MAX_PARTS - 1));
        }
    }

    /** The position of a line of one record, or of its first. */
    public Position(String source, long index, boolean file) {
        this(source, index, file, 0);
    }

    /** The position of a Kafka record. */
    public static Position ofRecord(String topic, int partition, long offset) {
        return new Position(topic + "-" + partition, offset, false);
    }

    /** The position of a line in a file; {@code line} counts from 1. */
    public static Position ofLine(String path, long line) {
        return new Position(path, line, true);
    }

    /** The same line's record of that number, from 0. */
    public Position part(int number) {
        return new Position(source, index, file, number);
    }

    /**
     * {@code topic-partition-offset} or {@code path#line}, from the line's second record on with
     * its number behind a dot, as {@code path#line.2}: the same after every replay.
     */
    public String id() {
        String line = file ? source + "#" + index : source + "-" + index;
        return part == 0 ? line : line + "." + (part + 1);
    }

    @Override
    public int compareTo(Position other) {
        int bySource = source.compareTo(other.source);
        int byLine = bySource != 0 ? bySource : Long.compare(index, other.index);
        return byLine != 0 ? byLine : Integer.compare(part, other.part);
    }
}
