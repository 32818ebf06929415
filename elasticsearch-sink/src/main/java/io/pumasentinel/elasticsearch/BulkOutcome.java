package io.pumasentinel.elasticsearch;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param written documents that are there now
 * @param alreadyWritten documents that were there before
 * @param deadLettered of those written, dead letters
 * @param again operations to try again
 * @param rejected operations that will never be taken
 * @param trouble why operations have to be tried again; empty if none has
 */
record BulkOutcome(
        long written,
        long alreadyWritten,
        long deadLettered,
        List<PendingOperation> again,
        List<Rejection> rejected,
        String trouble) {

    /**
     * An operation that will never be taken.
     *
     * @param pending the operation
     * @param status HTTP status, 4xx
     * @param reason Elasticsearch's words
     */
    record Rejection(PendingOperation pending, int status, String reason) {}

    BulkOutcome {
        again = List.copyOf(again);
        rejected = List.copyOf(rejected);
    }

    /** The whole batch has to be tried again. */
    static BulkOutcome again(List<PendingOperation> batch, String trouble) {
        return new BulkOutcome(0, 0, 0, batch, List.of(), trouble);
    }

    /** The only operation of a request was refused. */
    static BulkOutcome rejected(PendingOperation pending, int status, String reason) {
        return new BulkOutcome(
                0, 0, 0, List.of(), List.of(new Rejection(pending, status, reason)), "");
    }

    /** The outcome of a batch from the answers to its operations. */
    static BulkOutcome of(List<PendingOperation> batch, List<ItemAnswer> answers) {
        long written = 0;
        long alreadyWritten = 0;
        long deadLettered = 0;
        List<PendingOperation> again = new ArrayList<>();
        List<Rejection> rejected = new ArrayList<>();
        String trouble = "";
        for (int i = 0; i < batch.size(); i++) {
            PendingOperation pending = batch.get(i);
            ItemAnswer answer = answers.get(i);
            switch (answer.verdict()) {
                case WRITTEN -> {
                    written++;
                    deadLettered += pending.deadLetter() ? 1 : 0;
                }
                case ALREADY_WRITTEN -> alreadyWritten++;
                case AGAIN -> {
                    again.add(pending);
                    trouble = answer.status() + " " + answer.reason();
                }
                case REJECTED ->
                        rejected.add(new Rejection(pending, answer.status(), answer.reason()));
            }
        }
        return new BulkOutcome(written, alreadyWritten, deadLettered, again, rejected, trouble);
    }

    /** Operations that are done with. */
    long settled() {
        return written + alreadyWritten + rejected.size();
    }

    /** Both outcomes as one. */
    BulkOutcome plus(BulkOutcome other) {
        return new BulkOutcome(
                written + other.written,
                alreadyWritten + other.alreadyWritten,
                deadLettered + other.deadLettered,
                joined(again, other.again),
                joined(rejected, other.rejected),
                trouble.isEmpty() ? other.trouble : trouble);
    }

    private static <E> List<E> joined(List<E> first, List<E> second) {
        List<E> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
