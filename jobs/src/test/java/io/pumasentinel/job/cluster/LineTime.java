package io.pumasentinel.job.cluster;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the lines of a capture's file tell their time; read independently of the code under test. */
enum LineTime {
    REQUEST(
            "(?:\\[\\d+\\] )?.* - .* \\[(\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4})\\]"
                    + " \"\\S+ \\S* \\S+\" \\d+ (?:\\d+|-) \\d+\\.\\d{4}",
            "dd/MMM/uuuu:HH:mm:ss Z", "2026:"),
    ERROR(
            "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}) .*",
            "uuuu-MM-dd HH:mm:ss Z", " "),
    SAMPLE("\\{\"ts\":\"([^\"]+)\".*", "uuuu-MM-dd'T'HH:mm:ss.SSSX", "T");

    private final Pattern line;
    private final DateTimeFormatter format;
    private final String beforeHour;

    LineTime(String line, String format, String beforeHour) {
        this.line = Pattern.compile(line);
        this.format = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
        this.beforeHour = beforeHour;
    }

    /** Milliseconds since the epoch; empty if the line is of another kind. */
    OptionalLong millis(String text) {
        Matcher matcher = line.matcher(text);
        return matcher.matches()
                ? OptionalLong.of(
                        OffsetDateTime.parse(matcher.group(1), format).toInstant().toEpochMilli())
                : OptionalLong.empty();
    }

    /** The same line two hours later: the capture ends between nine and ten in the evening. */
    String twoHoursLater(String text) {
        return text.replace(beforeHour + "21:", beforeHour + "23:");
    }
}
