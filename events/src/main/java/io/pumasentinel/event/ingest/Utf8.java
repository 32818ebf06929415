package io.pumasentinel.event.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text. */
final class Utf8 {

    private Utf8() {}

    /** Whether the bytes are valid UTF-8. Plain ASCII costs a look at every eight bytes. */
    static boolean isValid(byte[] b, int from, int to) {
        int at = Words.asciiEnd(b, from, to);
        if (at == to) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(b, at, to - at));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
