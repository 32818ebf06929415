package io.pumasentinel.job.source;

import java.util.Map;

/**
 * How far reading has come, kept in the job's accumulators: the one channel by which a caller sees
 * a running job's numbers without a port, a file or shared memory. {@code
 * JobClient.getAccumulators()} answers with the numbers of the last heartbeat (set {@code
 * heartbeat.interval} to 1 s for a progress line), {@code JobExecutionResult} with the last ones.
 *
 * @param lines lines of files or records of Kafka that came from the source since the last restart
 * @param bytes bytes taken from files as they are stored, so that the sum of their sizes is the
 *     end; moves in steps of a quarter megabyte; 0 for Kafka
 * @param events events that went on
 * @param deadLetters lines that nobody understood or believed
 * @param lateEvents events at or behind the watermark; they went on too
 * @param joinedLines lines that became part of an earlier line's event (or dead letter): where
 *     every line gives one event, {@code lines = events + deadLetters + joinedLines}
 * @param latestMillis the latest event time; the least number before the first event
 */
public record IngestProgress(
        long lines,
        long bytes,
        long events,
        long deadLetters,
        long lateEvents,
        long joinedLines,
        long latestMillis) {

    static final String LINES = "ingest-lines";
    static final String BYTES = "ingest-bytes";
    static final String EVENTS = "ingest-events";
    static final String DEAD_LETTERS = "ingest-dead-letters";
    static final String LATE_EVENTS = "ingest-late-events";
    static final String JOINED_LINES = "ingest-joined-lines";
    static final String LATEST = "ingest-latest-millis";

    /** Reads the numbers out of a job's accumulators; zero where the job has not told any yet. */
    public static IngestProgress of(Map<String, Object> accumulators) {
        return new IngestProgress(
                number(accumulators, LINES, 0),
                number(accumulators, BYTES, 0),
                number(accumulators, EVENTS, 0),
                number(accumulators, DEAD_LETTERS, 0),
                number(accumulators, LATE_EVENTS, 0),
                number(accumulators, JOINED_LINES, 0),
                number(accumulators, LATEST, Long.MIN_VALUE));
    }

    private static long number(Map<String, Object> accumulators, String name, long none) {
        return accumulators.get(name) instanceof Long number ? number : none;
    }
}
