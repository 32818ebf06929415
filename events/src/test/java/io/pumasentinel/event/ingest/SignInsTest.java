package io.pumasentinel.event.ingest;

import static io.pumasentinel.event.AuthOutcome.ATTEMPT;
import static io.pumasentinel.event.AuthOutcome.FAILURE;
import static io.pumasentinel.event.AuthOutcome.NONE;
import static io.pumasentinel.event.AuthOutcome.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.event.AuthOutcome;
import java.util.List;
import java.util.Set;
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

    @ParameterizedTest
    @CsvSource({
        "RAILS,302,http://127.0.0.1:9893/session/new,FAILURE",
        "RAILS,302,https://shop.example/users/sign_in?locale=en,FAILURE",
        "RAILS,303,/login#top,FAILURE",
        "RAILS,302,http://127.0.0.1:9893/users/1,SUCCESS",
        "RAILS,302,https://shop.example/,SUCCESS",
        "RAILS,302,https://shop.example,ATTEMPT",
        "RAILS,302,Paris,ATTEMPT",
        "RAILS,302,Paris/1,ATTEMPT",
        "RAILS,302,,ATTEMPT",
        "STATUS,302,/login,FAILURE",
        "STATUS,302,/account,SUCCESS",
        "DEVISE,303,/users/sign_in,FAILURE",
        "RAILS,401,/account,FAILURE",
        "RAILS,200,/account,ATTEMPT",
    })
    void aRedirectBackToTheSignInIsARefusalAndElsewhereItIsNone(
            AuthPreset preset, int status, String location, AuthOutcome expected) {
        List<String> paths = List.of("/login", "/session", "/users/sign_in");
        SignIns signIns = new SignIns(new AuthSettings(paths, preset));

        assertThat(signIns.outcome("POST", "POST /login", "", status, location))
                .isEqualTo(expected);
        assertThat(signIns.outcome("POST", "POST /orders", "", status, location)).isEqualTo(NONE);
    }

    @Test
    void aStatusThatTheConfigurationNamesCountsMoreThanWhereItLeads() {
        AuthSettings settings =
                new AuthSettings(List.of("/login"), AuthPreset.RAILS, Set.of(302), Set.of(303));
        SignIns signIns = new SignIns(settings);

        assertThat(signIns.outcome("POST", "POST /login", "", 302, "/login")).isEqualTo(SUCCESS);
        assertThat(signIns.outcome("POST", "POST /login", "", 303, "/")).isEqualTo(FAILURE);
    }

    @Test
    void readsWhereLogrageSaysThatARefusalRedirects() {
        String line =
                "{\"method\":\"POST\",\"path\":\"/login\",\"format\":\"*/*\","
                        + "\"controller\":\"ShopController\",\"action\":\"login\",\"status\":302,"
                        + "\"duration\":0.25,\"location\":\"http://127.0.0.1:9893/%s\"}";

        assertThat(Lines.access(line.formatted("login")).auth()).isEqualTo(FAILURE);
        assertThat(Lines.access(line.formatted("users/1")).auth()).isEqualTo(SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({
        // Rails' generator redirects either way; its rate limit answers 429 in older releases.
        "RAILS,302,ATTEMPT",
        "RAILS,429,FAILURE",
        "RAILS,200,ATTEMPT",
        // Devise shows the form again, with 422 since 4.9.
        "DEVISE,303,SUCCESS",
        "DEVISE,302,SUCCESS",
        "DEVISE,422,FAILURE",
        "DEVISE,200,FAILURE",
        "DEVISE,401,FAILURE",
        "JSON_API,201,SUCCESS",
        "JSON_API,422,FAILURE",
        "JSON_API,400,ATTEMPT",
        "FORM,303,SUCCESS",
        "FORM,503,ATTEMPT",
    })
    void knowsHowTheUsualApplicationsAnswer(AuthPreset preset, int status, AuthOutcome expected) {
        SignIns signIns = new SignIns(new AuthSettings(List.of("/session"), preset));

        assertThat(signIns.outcome("POST", "POST /session", status)).isEqualTo(expected);
    }

    @Test
    void believesNamedStatusesBeforeThePreset() {
        SignIns signIns =
                new SignIns(
                        new AuthSettings(
                                List.of("/login"), AuthPreset.FORM, Set.of(200), Set.of(302, 400)));

        assertThat(signIns.outcome("POST", "POST /login", 200)).isEqualTo(SUCCESS);
        assertThat(signIns.outcome("POST", "POST /login", 302)).isEqualTo(FAILURE);
        assertThat(signIns.outcome("POST", "POST /login", 400)).isEqualTo(FAILURE);
        assertThat(signIns.outcome("POST", "POST /login", 401)).isEqualTo(FAILURE);
        assertThat(signIns.outcome("GET", "GET /login", 200)).isEqualTo(NONE);
    }

    @Test
    void knowsALoginPathWhoseTemplateHasAPlaceholder() {
        SignIns signIns =
                new SignIns(new AuthSettings(List.of("/login-2024"), AuthPreset.JSON_API));

        assertThat(signIns.outcome("POST", "POST /{slug}", "/de/login-2024/", 200))
                .isEqualTo(SUCCESS);
        assertThat(signIns.outcome("POST", "POST /{slug}", "/de/news-2024", 200)).isEqualTo(NONE);
    }

    @Test
    void refusesStatusesThatMeanBothOrNone() {
        assertThatThrownBy(
                        () ->
                                new AuthSettings(
                                        List.of("/x"), AuthPreset.FORM, Set.of(200), Set.of(200)))
                .hasMessageContaining("means both (got [200])");
        assertThatThrownBy(
                        () -> new AuthSettings(List.of("/x"), AuthPreset.FORM, Set.of(7), Set.of()))
                .hasMessageContaining("not a status (got 7)");
    }

    @Test
    void warnsWhereNothingCanEverDecide() {
        List<String> paths = List.of("/login", "/api/v1/login");

        assertThat(AuthSettings.defaults().warnings()).isEmpty();
        assertThat(new AuthSettings(paths, AuthPreset.JSON_API).warnings()).isEmpty();
        assertThat(new AuthSettings(List.of(), AuthPreset.STATUS).warnings())
                .singleElement()
                .asString()
                .startsWith("no path takes sign-ins");
        assertThat(new AuthSettings(paths, AuthPreset.RAILS).warnings())
                .singleElement()
                .asString()
                .startsWith("the preset rails never tells an accepted sign-in");
        assertThat(new AuthSettings(paths, AuthPreset.RAILS, Set.of(303), Set.of(302)).warnings())
                .isEmpty();
        assertThat(new AuthSettings(paths, AuthPreset.DEVISE).warnings())
                .singleElement()
                .asString()
                .contains("/api/v1/login looks like a JSON API");
    }
}
