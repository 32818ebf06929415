package io.pumasentinel.event.ingest;

import java.time.Month;
import java.time.Year;

/**
 * Reads ISO 8601 times as JSON and container logs carry them, {@code 2026-11-21T19:34:51.123Z},
 * with any fraction and any zone ({@code Z}, {@code +01:00}, {@code +0100}), {@code T} or a blank
 * in the middle. Without a zone it is no time.
 */
final class IsoTime {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 40;

    private IsoTime() {}

    /** Milliseconds since the epoch, cut; {@link LogTime#NONE} if the text is no such time. */
    static long millis(String text) {
        int length = text.length();
        if (length < SHORTEST || length > LONGEST || !shaped(text)) {
            return LogTime.NONE;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int clock = clockSeconds(text);
        int zoneAt = fractionEnd(text);
        long zone = zoneMinutes(text, zoneAt);
        boolean valid =
                year >= 1970
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= Month.of(month).length(Year.isLeap(year))
                        && clock >= 0
                        && zone != Integer.MIN_VALUE;
        if (!valid) {
            return LogTime.NONE;
        }
        long seconds = LogTime.daysSinceEpoch(year, month, day) * 86_400;
        seconds += clock - zone * 60;
        return seconds * 1000 + fractionMillis(text, zoneAt);
    }

    /** Seconds since midnight; -1 if it is no time of day. */
    private static int clockSeconds(String text) {
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
        return valid && second >= 0 && second <= 60 ? hour * 3600 + minute * 60 + second : -1;
    }

    private static boolean shaped(String text) {
        char middle = text.charAt(10);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (middle == 'T' || middle == 't' || middle == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int fractionEnd(String text) {
        int at = 19;
        if (text.charAt(at) == '.' || text.charAt(at) == ',') {
            at++;
            while (at < text.length() && digit(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    private static int fractionMillis(String text, int end) {
        int millis = 0;
        int scale = 100;
        for (int i = 20; i < end && scale > 0; i++) {
            millis += (text.charAt(i) - '0') * scale;
            scale /= 10;
        }
        return millis;
    }

    /** Minutes east of UTC; {@link Integer#MIN_VALUE} if it is no zone. */
    private static int zoneMinutes(String text, int at) {
        int rest = text.length() - at;
        if (rest == 1) {
            return text.charAt(at) == 'Z' || text.charAt(at) == 'z' ? 0 : Integer.MIN_VALUE;
        }
        boolean colon = rest == 6 && text.charAt(at + 3) == ':';
        if (!colon && rest != 5) {
            return Integer.MIN_VALUE;
        }
        int hours = number(text, at + 1, 2);
        int minutes = number(text, colon ? at + 4 : at + 3, 2);
        char sign = text.charAt(at);
        boolean valid = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
        if (!valid || (sign != '+' && sign != '-')) {
            return Integer.MIN_VALUE;
        }
        int east = hours * 60 + minutes;
        return sign == '+' ? east : -east;
    }

    private static int number(String text, int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            if (!digit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
