package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCommandTest {
    private static final long SEED = 20_261_121;
    private static final int ROWS = 400;
    private static final int SPIKE = 350;

    @Test
    void addsScoreAndBandToEveryRow() throws Exception {
        List<String> scored = score(series(ROWS));
        assertThat(scored).hasSize(ROWS + 1);
        assertThat(scored.get(0)).isEqualTo("timestamp,value,anomaly_score,expected,lower,upper");
        for (String row : scored.subList(1, scored.size())) {
            String[] columns = row.split(",");
            assertThat(columns).hasSize(6);
            assertThat(Double.parseDouble(columns[2])).isBetween(0.0, 1.0);
            double expected = Double.parseDouble(columns[3]);
            assertThat(Double.parseDouble(columns[4])).isLessThanOrEqualTo(expected);
            assertThat(Double.parseDouble(columns[5])).isGreaterThanOrEqualTo(expected);
        }
    }

    @Test
    void scoresARowFromTheRowsUpToItOnly() throws Exception {
        List<String> whole = score(series(ROWS));
        for (int rows : new int[] {1, 2, 30, 31, 119, SPIKE, SPIKE + 1, ROWS - 1}) {
            assertThat(score(series(rows)))
                    .as("the first %d rows, seed %d", rows, SEED)
                    .isEqualTo(whole.subList(0, rows + 1));
        }
    }

    @Test
    void scoresASpikeAboveEverythingElse() throws Exception {
        List<String> scored = score(series(ROWS));
        double spike = scoreOf(scored.get(SPIKE + 1));
        assertThat(spike).as("seed %d", SEED).isGreaterThan(0.9);
        for (int row = 0; row < ROWS; row++) {
            if (row != SPIKE) {
                assertThat(scoreOf(scored.get(row + 1))).as("row %d", row).isLessThan(spike);
            }
        }
    }

    @Test
    void takesBothFormatsOfTimeAlike() throws Exception {
        List<String> zoned = score(series(50));
        List<String> iso = score(series(50).replace("Z,", ","));
        List<String> spaced = score(series(50).replace('T', ' ').replace("Z,", ","));
        assertThat(iso).extracting(ScoreCommandTest::added).isEqualTo(addedOf(zoned));
        assertThat(spaced).extracting(ScoreCommandTest::added).isEqualTo(addedOf(zoned));
        assertThat(spaced.get(1)).startsWith("2026-11-21 00:00:00,");
    }

    @Test
    void skipsEmptyLinesAndTakesCarriageReturns() throws Exception {
        String plain = series(20);
        assertThat(score(plain.replace("\n", "\r\n\r\n"))).isEqualTo(score(plain));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x,5                     | timestamp: not a time (got x)
                    2026-11-21 10:00:00,abc | value: not a number (got abc)
                    2026-11-21 10:00:00,NaN | value: not a number (got NaN)
                    2026-11-21 10:00:00,    | value: not a number (got )
                    2026-11-21 10:00:00     | no comma (got 2026-11-21 10:00:00)
                    2026-13-21 10:00:00,1   | timestamp: not a time (got 2026-13-21 10:00:00)
                    """)
    void saysWhichRowIsWrong(String row, String problem) {
        assertThatThrownBy(() -> score(series(3) + row + "\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("standard input:5: " + problem + "; ");
    }

    @Test
    void asksForAHeader() {
        assertThatThrownBy(() -> score(""))
                .hasMessage("the input is empty; a header line and rows 'timestamp,value'");
        assertThatThrownBy(() -> score("2026-11-21 10:00:00,3\n"))
                .hasMessageStartingWith("standard input:1: header: missing (got 2026-11-21 10");
    }

    @Test
    void refusesAPeriodThatItDoesNotKnow() {
        CommandRun run = CommandRun.of("score", "--period", "5");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("puma-sentinel: --period: not known (got 5); auto\n");
    }

    private static List<String> score(String csv) throws IOException, Refusal {
        StringWriter out = new StringWriter();
        ScoreCommand.score(new BufferedReader(new StringReader(csv)), new PrintWriter(out, true));
        return out.toString().lines().toList();
    }

    /** A minute a row around 100, with one row of five times that. */
    private static String series(int rows) {
        Random random = new Random(SEED);
        StringBuilder csv = new StringBuilder("timestamp,value\n");
        for (int row = 0; row < rows; row++) {
            double value = row == SPIKE ? 500 : 100 + 4 * random.nextGaussian();
            Instant time = Instant.parse("2026-11-21T00:00:00Z").plusSeconds(60L * row);
            csv.append(String.format(Locale.ROOT, "%s,%.3f%n", time, value));
        }
        return csv.toString();
    }

    private static double scoreOf(String row) {
        return Double.parseDouble(row.split(",")[2]);
    }

    private static List<String> addedOf(List<String> rows) {
        return rows.stream().map(ScoreCommandTest::added).toList();
    }

    private static String added(String row) {
        return row.split(",", 3)[2];
    }
}
