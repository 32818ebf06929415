package io.pumasentinel.event.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One change of a line: what, where, and how much of it. The same change of the same line is always
 * the same.
 *
 * @param kind what is changed
 * @param at where, as a share of the line in millionths, 0 to 999,999
 * @param amount which piece, how often, which bit; 0 or more
 */
record Mutation(Kind kind, int at, int amount) {

    /** How a line is changed. */
    enum Kind {
        FLIP_BIT,
        SPLICE,
        CUT_END,
        CUT_START,
        DOUBLE,
        REPEAT,
        SECRET,
        NEST,
        BYTES,
        HUGE
    }

    static final int SHARES = 1_000_000;

    private static final int LONGEST = 256 * 1024;

    private static final List<String> PIECES =
            List.of(
                    " - ",
                    "\"",
                    "[",
                    "]",
                    "] \"",
                    "%25",
                    "%",
                    ", ",
                    ":",
                    "=",
                    "&",
                    " ",
                    "{",
                    "}",
                    "<",
                    ">",
                    "#<",
                    ")): ",
                    "\\",
                    "\\\"",
                    "eyJ",
                    "://",
                    "AKIA",
                    "bearer ",
                    "::",
                    "[1] ",
                    " HTTP/1.1\" 200 5 0.0001",
                    "[21/Nov/2026:19:34:51 +0000] \"GET /");

    private static final List<String> SECRETS =
            List.of(
                    "password=hunter2&",
                    "Authorization: Bearer abcdefghijklmnop ",
                    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                    "https://user:pw@host/",
                    "AKIAIOSFODNN7EXAMPLE",
                    "\"token\":\"s3cr3t\",",
                    "user%5Bpassword%5D=a%26b",
                    "Cookie: _session=abc; x=y");

    private static final List<String> BYTES =
            List.of(
                    "\u0000",
                    "\u00ff",
                    "\u00c3",
                    "\u00ed\u00a0\u0080",
                    "\u00f4\u0090\u0080\u0080",
                    "\u00e2\u0080\u00ae",
                    "\u00e6\u0097\u00a5",
                    "\u00f0\u009f\u0090\u00be",
                    "\u001b[2J",
                    "\r",
                    "\u007f",
                    "\u00c0\u00af");

    /** The changed line; {@code other} is what a splice ends with. At most 256 KiB and a piece. */
    byte[] of(byte[] line, byte[] other) {
        int from = (int) ((long) at * line.length / SHARES);
        return switch (kind) {
            case FLIP_BIT -> flipped(line, from);
            case SPLICE -> joined(line, from, "", other, (int) ((long) at * other.length / SHARES));
            case CUT_END -> java.util.Arrays.copyOf(line, from);
            case CUT_START -> java.util.Arrays.copyOfRange(line, from, line.length);
            case DOUBLE -> joined(line, line.length, "", line, from);
            case REPEAT -> with(line, from, piece(PIECES), 1 + amount % 12);
            case SECRET -> with(line, from, piece(SECRETS), 1);
            case NEST -> with(line, from, nested(), 1);
            case BYTES -> with(line, from, piece(BYTES), 1 + amount % 3);
            case HUGE -> with(line, from, piece(PIECES), 1 + amount % 9000);
        };
    }

    private byte[] flipped(byte[] line, int at) {
        byte[] changed = line.clone();
        if (changed.length > 0) {
            changed[at] ^= (byte) (1 << amount % 8);
        }
        return changed;
    }

    private String piece(List<String> pieces) {
        return pieces.get(amount % pieces.size());
    }

    private String nested() {
        int depth = 1 + amount % (amount % 64 == 0 ? 1200 : 12);
        return "{\"a\":".repeat(depth) + "[".repeat(amount % 7) + "}".repeat(depth - amount % 2);
    }

    private static byte[] with(byte[] line, int at, String piece, int times) {
        int room = Math.max(1, (LONGEST - line.length) / piece.length());
        return joined(line, at, piece.repeat(Math.min(times, room)), line, at);
    }

    private static byte[] joined(byte[] first, int to, String piece, byte[] second, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first, 0, to);
        out.writeBytes(piece.getBytes(StandardCharsets.ISO_8859_1));
        out.write(second, from, second.length - from);
        return out.size() > LONGEST
                ? java.util.Arrays.copyOf(out.toByteArray(), LONGEST)
                : out.toByteArray();
    }
}
