package io.pumasentinel.event.ingest;

/**
 * Reads the three ways in which times are written, digit by digit. Milliseconds since the epoch, or
 * {@link #NONE} where no valid time stands.
 */
final class LogTime {

    static final long NONE = Long.MIN_VALUE;

    /** {@code 21/Nov/2026:19:34:51 +0000}. */
    static final int CLF_LENGTH = 26;

    /** {@code 21/Nov/2026 19:34:51}: a hijacked request in Puma up to 6.1. */
    static final int ZONELESS_LENGTH = 20;

    /** {@code 2026-11-21 19:34:51 +0000}: Ruby's {@code Time#to_s}. */
    static final int RUBY_LENGTH = 25;

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private LogTime() {}

    /** The time of an access line without its brackets; without a zone it is taken as UTC. */
    static long clf(byte[] b, int at, int length) {
        if (b[at + 2] != '/' || b[at + 6] != '/' || (b[at + 11] != ':' && b[at + 11] != ' ')) {
            return NONE;
        }
        int zone = length == CLF_LENGTH ? zoneMinutes(b, at + 21, b[at + 20]) : 0;
        int month = month(b, at + 3);
        return millis(number(b, at + 7, 4), month, number(b, at, 2), clock(b, at + 12), zone);
    }

    /** Ruby's {@code Time#to_s}, if it stands at {@code at}. */
    static long ruby(byte[] b, int at, int to) {
        if (to - at < RUBY_LENGTH || b[at + 4] != '-' || b[at + 7] != '-' || b[at + 10] != ' ') {
            return NONE;
        }
        int zone = zoneMinutes(b, at + 20, b[at + 19]);
        int month = number(b, at + 5, 2);
        return millis(number(b, at, 4), month, number(b, at + 8, 2), clock(b, at + 11), zone);
    }

    /** {@code 2026-11-21T19:56:34.534921} as if it were UTC, if it stands at {@code at}. */
    static long local(byte[] b, int at) {
        boolean shaped = b[at + 4] == '-' && b[at + 7] == '-' && b[at + 10] == 'T';
        int fraction = number(b, at + 20, 3);
        if (!shaped || b[at + 19] != '.' || fraction < 0) {
            return NONE;
        }
        int month = number(b, at + 5, 2);
        long seconds = millis(number(b, at, 4), month, number(b, at + 8, 2), clock(b, at + 11), 0);
        return seconds == NONE ? NONE : seconds + fraction;
    }

    /** ISO 8601 as JSON carries it, {@code 2026-11-21T19:34:51.123Z}, with any zone. */
    static long iso(String text) {
        try {
            int length = text.length();
            boolean utc = length > 0 && text.charAt(length - 1) == 'Z';
            return utc
                    ? java.time.Instant.parse(text).toEpochMilli()
                    : java.time.OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (java.time.DateTimeException | ArithmeticException e) {
            return NONE;
        }
    }

    private static long millis(int year, int month, int day, int seconds, int zoneMinutes) {
        boolean valid =
                year >= 1970
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= 31
                        && seconds >= 0
                        && zoneMinutes > Integer.MIN_VALUE;
        if (!valid) {
            return NONE;
        }
        long days = daysSinceEpoch(year, month, day);
        return ((days * 86_400) + seconds - zoneMinutes * 60L) * 1000;
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar, years counted from March. */
    static long daysSinceEpoch(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = shifted / 400;
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }

    /** Seconds of {@code 19:34:51}; -1 if it is none. */
    private static int clock(byte[] b, int at) {
        int hour = number(b, at, 2);
        int minute = number(b, at + 3, 2);
        int second = number(b, at + 6, 2);
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0;
        return valid && second <= 60 && b[at + 2] == ':' && b[at + 5] == ':'
                ? hour * 3600 + minute * 60 + second
                : -1;
    }

    /** Minutes east of UTC; {@link Integer#MIN_VALUE} if it is none. */
    private static int zoneMinutes(byte[] b, int sign, byte before) {
        int hours = number(b, sign + 1, 2);
        int minutes = number(b, sign + 3, 2);
        boolean valid = before == ' ' && hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
        if (!valid || (b[sign] != '+' && b[sign] != '-')) {
            return Integer.MIN_VALUE;
        }
        int east = hours * 60 + minutes;
        return b[sign] == '+' ? east : -east;
    }

    private static int month(byte[] b, int at) {
        for (int i = 0; i < 36; i += 3) {
            if (b[at] == MONTHS.charAt(i)
                    && b[at + 1] == MONTHS.charAt(i + 1)
                    && b[at + 2] == MONTHS.charAt(i + 2)) {
                return i / 3 + 1;
            }
        }
        return -1;
    }

    /** The number that {@code digits} digits make; -1 if one of them is no digit. */
    private static int number(byte[] b, int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
