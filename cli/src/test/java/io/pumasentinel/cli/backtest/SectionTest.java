package io.pumasentinel.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {
    private static final Section SECTION =
            new Section(
                    "Alerts",
                    List.of("entity", "verdict"),
                    List.of(List.of("GET /a|b", "false"), List.of("<b>", "")));

    @Test
    void alignsColumnsForATerminal() {
        assertThat(SECTION.text())
                .isEqualTo(
                        """
                        Alerts
                          entity    verdict
                          GET /a|b  false
                          <b>
                        """);
    }

    @Test
    void keepsWhatALogChoseInsideItsCell() {
        assertThat(SECTION.markdown())
                .isEqualTo(
                        """
                        ## Alerts

                        | entity | verdict |
                        | --- | --- |
                        | GET /a\\|b | false |
                        | &lt;b> |  |
                        """);
    }

    @Test
    void saysWhereThereIsNothing() {
        Section empty = new Section("Alerts", List.of("a"), List.of());
        assertThat(empty.text()).isEqualTo("Alerts: none\n");
        assertThat(empty.markdown()).isEqualTo("## Alerts\n\nNone.\n");
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new Section("T", List.of("a"), List.of(List.of("1", "2"))))
                .hasMessage("row: 2 cells (got [1, 2]); 1");
    }
}
