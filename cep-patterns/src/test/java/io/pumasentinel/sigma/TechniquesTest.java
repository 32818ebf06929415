package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Technique;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TechniquesTest {

    /** From MITRE's enterprise matrix: the tactics that a technique's page names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T1595     | TA0043",
                "T1595.002 | TA0043",
                "T1595.003 | TA0043",
                "T1190     | TA0001",
                "T1189     | TA0001",
                "T1078     | TA0001 TA0003 TA0004 TA0005",
                "T1059     | TA0002",
                "T1059.007 | TA0002",
                "T1505.003 | TA0003",
                "T1070     | TA0005",
                "T1110     | TA0006",
                "T1110.001 | TA0006",
                "T1110.003 | TA0006",
                "T1110.004 | TA0006",
                "T1083     | TA0007",
                "T1087     | TA0007",
                "T1005     | TA0009",
                "T1119     | TA0009",
                "T1213     | TA0009",
                "T1567     | TA0010",
                "T1498     | TA0040",
                "T1499     | TA0040",
                "T1499.002 | TA0040",
                "T1499.003 | TA0040",
                "T1499.004 | TA0040",
            })
    void everyTechniqueServesTheTacticItIsFiledUnder(String id, String tactics) {
        String tag = "attack." + id.toLowerCase(Locale.ROOT);
        Technique technique = Techniques.tagged(tag).orElseThrow();
        assertThat(technique.id()).isEqualTo(id);
        assertThat(tactics.split(" ")).contains(technique.tacticId());
        assertThat(technique.name()).isNotBlank();
    }

    @Test
    void tacticsAreTaggedByTheirNames() {
        assertThat(Techniques.tactic("attack.credential-access"))
                .contains(new Techniques.Tactic("TA0006", "Credential Access"));
        assertThat(Techniques.tactic("attack.t1110")).isEmpty();
        assertThat(Techniques.tagged("attack.t0000")).isEmpty();
    }
}
