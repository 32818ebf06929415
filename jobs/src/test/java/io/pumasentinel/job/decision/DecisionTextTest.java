package io.pumasentinel.job.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTextTest {
    private static final String ACK =
            "{'alert':'5f','service':'shop','entity':{'type':'address','value':'203.0.113.9'},"
                    + "'action':'acknowledge','at':'2026-11-27T08:00:00Z','by':'ada'}";

    @ParameterizedTest
    @EnumSource(Action.class)
    void readsWhatItWrites(Action action) {
        long until = action == Action.MUTE ? 200_000 : Long.MIN_VALUE;
        Decision decision =
                new Decision(
                        "5f",
                        "shop",
                        new Entity(EntityType.ENDPOINT, "GET /a \"b\" /{id}"),
                        action,
                        100_000,
                        until,
                        "ada");
        assertThat(DecisionText.read(DecisionText.of(decision))).isEqualTo(decision);
    }

    @Test
    void readsADecisionOfNobody() {
        assertThat(DecisionText.read(json(ACK.replace(",'by':'ada'", ""))).by()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            textBlock =
                    """
                    {'alert':'5f' | no JSON object
                    {'action':'mute'} | at is missing
                    {'action':'delete'} | action is unknown (got delete); one of [acknowledge, mute, close]
                    {'action':'close','at':'yesterday'} | at is no time (got yesterday); ISO 8601 in UTC
                    {'action':'mute','at':'2026-11-27T08:00:00Z','until':'2026-11-27T08:00:00Z'} | until is not after at
                    {'action':'close','at':'2026-11-27T08:00:00Z'} | alert is missing
                    {'action':'close','at':'2026-11-27T08:00:00Z','alert':'5f','service':'shop','entity':{'type':'car'}} | entity/type is unknown (got car)
                    """)
    void saysWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> DecisionText.read(json(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
