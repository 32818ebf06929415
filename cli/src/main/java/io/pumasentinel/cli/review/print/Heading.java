package io.pumasentinel.cli.review.print;

import io.pumasentinel.cli.review.Review;
import io.pumasentinel.cli.review.source.Span;
import java.time.Duration;

/** What stands on top of a review. */
final class Heading {
    private Heading() {}

    static String title(Review review) {
        String service = review.scope().service();
        return service == null ? "Review" : "Review of " + Plain.text(service);
    }

    static String span(Review review) {
        Span span = review.scope().span();
        return Plain.time(span.from())
                + " to "
                + Plain.time(span.until())
                + " UTC ("
                + length(span.length())
                + "), compared with the same length before. All times are event time, in UTC.";
    }

    private static String length(Duration length) {
        StringBuilder words = new StringBuilder();
        long[] numbers = {
            length.toDays(), length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart()
        };
        String[] units = {"d", "h", "min", "s"};
        for (int i = 0; i < units.length; i++) {
            if (numbers[i] > 0) {
                words.append(words.isEmpty() ? "" : " ").append(numbers[i]).append(' ');
                words.append(units[i]);
            }
        }
        return words.isEmpty() ? length.toMillis() + " ms" : words.toString();
    }
}
