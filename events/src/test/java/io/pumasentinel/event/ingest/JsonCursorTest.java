package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is Jackson's parser: the same names and values, the same refusals. */
class JsonCursorTest {

    private static final long SEED = 20261126;
    private static final int CHANGED = 100_000;
    private static final String BROKEN = "broken";

    private static final JsonFactory JACKSON =
            new JsonFactoryBuilder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build();

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "\\",
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ",",
                    " ",
                    "\t",
                    "\n",
                    "\r",
                    "\f",
                    "0",
                    "01",
                    "-",
                    "-0",
                    "1.5",
                    "1.",
                    ".5",
                    "1e5",
                    "1E-7",
                    "1e",
                    "9e999",
                    "true",
                    "false",
                    "null",
                    "nul",
                    "NaN",
                    "\\n",
                    "\\u0041",
                    "\\u00e4",
                    "\\ud83d\\ude00",
                    "\\ud800",
                    "\\u00g0",
                    "\\x",
                    "\\/",
                    "\u00c3\u00a4",
                    "\u0001",
                    "\u007f",
                    "{}",
                    "[]",
                    "\"a\":1,",
                    ",\"b\":[1,{}]",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "123456789.123456789",
                    "//",
                    "/**/",
                    "'");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"a\" : 1 , \"b\" : [ ] , \"c\" : { } }\r\n\t ",
                "{\"a\":\"x\\\"y\\\\z\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\uDE00\\ud800\"}",
                "{\"a\\u0062c\":1,\"\":2,\"a very long name of a field\":3}",
                "{\"a\":[true,false,null,-1,0,-0,0.5,-1.25e+3,1E5,1e-400,1e400]}",
                "{\"a\":[9223372036854775807,9223372036854775808,-9223372036854775809]}",
                "{\"a\":[40.958,0.1,123456789012345.6,1234567890123456.7,0.000000000000001]}",
                "{\"a\":\"\u007f\"}",
                "{\"a\":01}",
                "{\"a\":-}",
                "{\"a\":1.}",
                "{\"a\":1e}",
                "{\"a\":+1}",
                "{\"a\":tru}",
                "{\"a\":truex}",
                "{\"a\":nullnull}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":[1}}",
                "{\"a\":1",
                "{\"a\":\"b",
                "{\"a\":\"b\\",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1}}",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1}\u000b",
                "{\u00a0}"
            })
    void readsWhatJacksonReads(String line) {
        assertSame(line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nestsAHundredDeepAndNoDeeper() {
        for (int depth : new int[] {99, 100, 101, 5000}) {
            String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            String arrays = "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";

            assertSame(objects.getBytes(StandardCharsets.UTF_8));
            assertSame(arrays.getBytes(StandardCharsets.UTF_8));
            assertThat(walked(objects.getBytes(StandardCharsets.UTF_8)).equals(BROKEN))
                    .isEqualTo(depth > 100);
        }
    }

    @Test
    void readsChangedLinesAsJacksonDoes() {
        List<byte[]> lines =
                FuzzCorpus.lines().stream().filter(b -> b.length > 0 && b[0] == '{').toList();
        assertThat(lines).hasSizeGreaterThan(300);
        SplittableRandom random = new SplittableRandom(SEED);
        int whole = 0;
        for (int i = 0; i < CHANGED; i++) {
            byte[] line = lines.get(random.nextInt(lines.size()));
            for (int change = random.nextInt(3); change >= 0; change--) {
                line = changed(line, random);
            }
            if (Utf8.isValid(line, 0, line.length)) {
                whole += assertSame(line) ? 1 : 0;
            }
        }
        assertThat(whole).as("lines that were still JSON").isGreaterThan(CHANGED / 8);
    }

    /** Whether the line is JSON. */
    private static boolean assertSame(byte[] line) {
        String expected = jackson(line);
        String read = walked(line);
        if (!read.equals(expected)) {
            assertThat(read).as(new String(line, StandardCharsets.UTF_8)).isEqualTo(expected);
        }
        return !read.equals(BROKEN);
    }

    private static byte[] changed(byte[] line, SplittableRandom random) {
        String text = new String(line, StandardCharsets.ISO_8859_1);
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(6));
        String piece = random.nextInt(4) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
        String rest = text.substring(random.nextBoolean() ? at : to);
        return (text.substring(0, at) + piece + rest).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String walked(byte[] line) {
        StringBuilder told = new StringBuilder();
        JsonCursor json = new JsonCursor(line, 0, line.length);
        try {
            value(json, json.value(), told);
            return json.rest() < 0 && skips(line) ? told.toString() : BROKEN;
        } catch (BrokenJsonException e) {
            assertThat(skips(line)).as("passed over what cannot be read").isFalse();
            return BROKEN;
        }
    }

    /** Whether all of it can be passed over too. */
    private static boolean skips(byte[] line) {
        JsonCursor json = new JsonCursor(line, 0, line.length);
        try {
            json.skip(json.value());
            return json.rest() < 0;
        } catch (BrokenJsonException e) {
            return false;
        }
    }

    private static void value(JsonCursor json, JsonKind kind, StringBuilder told)
            throws BrokenJsonException {
        switch (kind) {
            case OBJECT -> {
                told.append('{');
                boolean more = !json.empty('}');
                while (more) {
                    json.name(FieldTree.root());
                    told.append(json.text()).append('=');
                    value(json, json.value(), told);
                    more = json.more('}');
                }
                told.append('}');
            }
            case ARRAY -> {
                told.append('[');
                boolean more = !json.empty(']');
                while (more) {
                    value(json, json.value(), told);
                    more = json.more(']');
                }
                told.append(']');
            }
            case WHOLE -> told.append(json.whole()).append('/').append(json.number()).append(',');
            case FRACTION -> told.append(json.number()).append(',');
            default -> told.append(kind).append(json.text()).append(',');
        }
    }

    private static String jackson(byte[] line) {
        StringBuilder told = new StringBuilder();
        try (JsonParser parser = JACKSON.createParser(line)) {
            JsonToken token = parser.nextToken();
            int depth = 0;
            while (token != null) {
                boolean opens = token.isStructStart();
                depth += opens ? 1 : token.isStructEnd() ? -1 : 0;
                told.append(opens || token.isStructEnd() ? token.asString() : scalar(parser));
                token = parser.nextToken();
                if (depth == 0 && token != null) {
                    return BROKEN;
                }
            }
            return told.isEmpty() ? BROKEN : told.toString();
        } catch (IOException e) {
            return BROKEN;
        }
    }

    private static String scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case FIELD_NAME -> parser.currentName() + '=';
            case VALUE_NUMBER_INT -> {
                boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
                // Whose size is no long is none; nobody wants the least of all longs.
                long whole = fits ? parser.getLongValue() : -1;
                whole = whole == Long.MIN_VALUE ? -1 : whole;
                yield whole + "/" + parser.getDoubleValue() + ',';
            }
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue() + ",";
            case VALUE_STRING -> JsonKind.TEXT + parser.getText() + ',';
            case VALUE_NULL -> JsonKind.NULL + "null,";
            default -> JsonKind.TRUTH + parser.getText() + ',';
        };
    }
}
