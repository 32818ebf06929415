package io.pumasentinel.event.ingest;

/** What one reading of a path segment shows: its characters and how they follow each other. */
final class SegmentScan {

    static final int DIGIT = 1;
    static final int HEX = 2;
    static final int LOWER = 4;
    static final int UPPER = 8;
    static final int DASH = 16;
    static final int DOT = 32;
    static final int OTHER = 64;
    static final int LETTER = LOWER | UPPER;

    private static final int SHORTEST_HEX_WORD = 8;
    private static final byte[] CLASSES = classes();

    final int length;

    /** Classes of which there is a character. */
    int seen;

    /** Classes of which every character is. */
    int common = DIGIT | HEX;

    int dots;

    /** Words between dashes and underscores. */
    int words = 1;

    /** The longest word that is all digits; 0 if there is none. */
    int longestNumber;

    /** Whether a word of eight characters or more is hexadecimal and has a digit. */
    boolean hexWord;

    /** How often a letter follows a digit or a digit a letter. */
    int turns;

    /** How often upper case follows lower case or the reverse. */
    int caseTurns;

    private int wordLength;
    private int wordCommon = DIGIT | HEX;
    private int wordSeen;

    private SegmentScan(int length) {
        this.length = length;
    }

    static SegmentScan of(String path, int from, int to) {
        SegmentScan scan = new SegmentScan(to - from);
        int before = 0;
        for (int i = from; i < to; i++) {
            int type = classOf(path.charAt(i));
            scan.take(type, before);
            before = type;
        }
        scan.endWord();
        return scan;
    }

    /** Whether {@code path[from, to)} is lower-case letters only, the commonest kind of name. */
    static boolean plainWord(String path, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }

    static int classOf(char c) {
        return c < 128 ? CLASSES[c] : OTHER;
    }

    boolean has(int type) {
        return (seen & type) != 0;
    }

    boolean all(int type) {
        return (common & type) != 0;
    }

    private void take(int type, int before) {
        seen |= type;
        common &= type;
        dots += type == DOT ? 1 : 0;
        if (type == DASH) {
            endWord();
            words++;
        } else {
            wordLength++;
            wordCommon &= type;
            wordSeen |= type;
        }
        boolean digit = (type & DIGIT) != 0;
        boolean digitBefore = (before & DIGIT) != 0;
        turns += (digit && (before & LETTER) != 0) || (digitBefore && (type & LETTER) != 0) ? 1 : 0;
        caseTurns += (type & LETTER) != 0 && ((type | before) & LETTER) == LETTER ? 1 : 0;
    }

    private void endWord() {
        if (wordLength > 0 && (wordCommon & DIGIT) != 0) {
            longestNumber = Math.max(longestNumber, wordLength);
        }
        boolean hex = (wordCommon & HEX) != 0 && (wordSeen & DIGIT) != 0;
        hexWord |= hex && wordLength >= SHORTEST_HEX_WORD;
        wordLength = 0;
        wordCommon = DIGIT | HEX;
        wordSeen = 0;
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        java.util.Arrays.fill(classes, (byte) OTHER);
        for (char c = '0'; c <= '9'; c++) {
            classes[c] = DIGIT | HEX;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            classes[c] = (byte) (c <= 'f' ? LOWER | HEX : LOWER);
            classes[c - 32] = (byte) (c <= 'f' ? UPPER | HEX : UPPER);
        }
        classes['-'] = DASH;
        classes['_'] = DASH;
        classes['.'] = DOT;
        classes['~'] = DOT;
        return classes;
    }
}
