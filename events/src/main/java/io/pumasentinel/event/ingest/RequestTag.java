package io.pumasentinel.event.ingest;

/**
 * The tag {@code [request id]} that a tagged logger of Rails puts before a text: 8 to 255 letters,
 * digits, {@code -}, {@code _} or {@code @}, at least one of them a digit, as Rails admits them.
 */
final class RequestTag {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 255;

    private RequestTag() {}

    /** Where the tag at {@code from} ends, behind its bracket; {@code from} if there is none. */
    static int end(byte[] b, int from, int to) {
        if (from >= to || b[from] != '[') {
            return from;
        }
        boolean digit = false;
        int i = from + 1;
        while (i < to && i - from <= LONGEST && tagByte(b[i])) {
            digit |= b[i] >= '0' && b[i] <= '9';
            i++;
        }
        boolean closed = i < to && b[i] == ']' && i - from > SHORTEST;
        return closed && digit ? i + 1 : from;
    }

    private static boolean tagByte(byte value) {
        return (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || (value >= '0' && value <= '9')
                || value == '-'
                || value == '_'
                || value == '@';
    }
}
