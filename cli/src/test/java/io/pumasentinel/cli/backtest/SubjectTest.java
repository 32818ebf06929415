package io.pumasentinel.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EntityType;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
    private static final Subject ATTACKER = new Subject(Set.of("198.18.79.14"), "", "", "");
    private static final Subject FAULT = new Subject(Set.of(), "/orders/:uuid", "", "");

    @Test
    void isAnAddressOrTheNetworkOfOneThatTheTruthNames() {
        assertThat(ATTACKER.mayBe(EntityType.ADDRESS, "198.18.79.14")).isTrue();
        assertThat(ATTACKER.mayBe(EntityType.ADDRESS, "198.18.79.15")).isFalse();
        assertThat(ATTACKER.mayBe(EntityType.SUBNET, "198.18.79.0/24")).isTrue();
        assertThat(ATTACKER.mayBe(EntityType.SUBNET, "198.18.80.0/24")).isFalse();
    }

    @Test
    void mayBeFeltByAnyEndpointHostAndServiceWhereTheTruthNamesNone() {
        assertThat(ATTACKER.mayBe(EntityType.ENDPOINT, "POST /login")).isTrue();
        assertThat(ATTACKER.mayBe(EntityType.HOST, "web-1")).isTrue();
        assertThat(ATTACKER.mayBe(EntityType.SERVICE, "shop")).isTrue();
    }

    @Test
    void isNoAddressWhereAnEndpointIsAtFault() {
        assertThat(FAULT.mayBe(EntityType.ADDRESS, "198.18.79.14")).isFalse();
        assertThat(FAULT.mayBe(EntityType.ENDPOINT, "GET /orders/{uuid}")).isTrue();
        assertThat(FAULT.mayBe(EntityType.ENDPOINT, "GET /orders/{uuid}/items")).isFalse();
    }

    @Test
    void isTheHostAndTheAccountThatTheTruthNames() {
        Subject named = new Subject(Set.of(), "", "web-1", "carol");
        assertThat(named.mayBe(EntityType.HOST, "web-2")).isFalse();
        assertThat(named.mayBe(EntityType.HOST, "web-1")).isTrue();
        assertThat(named.mayBe(EntityType.USER, "dave")).isFalse();
        assertThat(named.mayBe(EntityType.USER, "carol")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/boom, GET /boom, true",
        "/boom, GET /{text}, true",
        "/boom, POST /{text}, true",
        "/boom, GET /search, false",
        "/boom, {unmatched}, true",
        "/, GET /, true",
        "/users/:id, GET /users/new, false",
        "/users/:id, GET /users/{id}, true",
        "GET /users/{id}, GET /users/{id}, true"
    })
    void isCoveredByATemplateSegmentBySegment(String wanted, String told, boolean covered) {
        Subject subject = new Subject(Set.of(), wanted, "", "");
        assertThat(subject.isEndpoint(told)).isEqualTo(covered);
    }
}
