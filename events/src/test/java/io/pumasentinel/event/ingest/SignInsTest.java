package io.pumasentinel.event.ingest;

import static io.pumasentinel.event.AuthOutcome.ATTEMPT;
import static io.pumasentinel.event.AuthOutcome.FAILURE;
import static io.pumasentinel.event.AuthOutcome.NONE;
import static io.pumasentinel.event.AuthOutcome.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.AuthOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInsTest {

    @ParameterizedTest
    @CsvSource({
        "STATUS,401,FAILURE",
        "STATUS,403,FAILURE",
        "STATUS,422,FAILURE",
        "STATUS,429,FAILURE",
        "STATUS,302,SUCCESS",
        "STATUS,303,SUCCESS",
        "STATUS,200,ATTEMPT",
        "STATUS,500,ATTEMPT",
        "STATUS,-1,ATTEMPT",
        "JSON_API,200,SUCCESS",
        "JSON_API,204,SUCCESS",
        "JSON_API,401,FAILURE",
        "FORM,200,FAILURE",
        "FORM,302,SUCCESS",
    })
    void judgesByStatusAndPreset(AuthPreset preset, int status, AuthOutcome expected) {
        SignIns signIns = new SignIns(new AuthSettings(List.of("/login"), preset));

        assertThat(signIns.outcome("POST", "POST /login", status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/login,FAILURE",
        "/users/sign_in,FAILURE",
        "/api/v1/login,FAILURE",
        "/api/v2/session,FAILURE",
        "/sessions,FAILURE",
        "/login.json,FAILURE",
        "/mylogin,NONE",
        "/login/help,NONE",
        "/orders,NONE",
    })
    void knowsLoginPathsByTheirEnd(String path, AuthOutcome expected) {
        SignIns signIns = new SignIns(AuthSettings.defaults());

        assertThat(signIns.outcome("POST", "POST " + path, 401)).isEqualTo(expected);
        assertThat(signIns.outcome("GET", "GET " + path, 401)).isEqualTo(NONE);
    }

    @Test
    void marksTheRequestOfALine() {
        String line = Lines.request("203.0.113.7", "POST /login?x=1 HTTP/1.1", "401");

        assertThat(Lines.access(line).auth()).isEqualTo(FAILURE);
        assertThat(Lines.access(line.replace("401", "303")).auth()).isEqualTo(SUCCESS);
        assertThat(Lines.access(line.replace("401", "200")).auth()).isEqualTo(ATTEMPT);
    }
}
