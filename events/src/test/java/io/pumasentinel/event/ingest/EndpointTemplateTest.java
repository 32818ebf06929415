package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTemplateTest {

    private static final EndpointTemplate TEMPLATE = EndpointTemplate.of(List.of());

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/,GET /",
                "``,GET /",
                "*,GET *",
                "/users/42,GET /users/{id}",
                "/users/42/,GET /users/{id}",
                "/users/42/orders/7,GET /users/{id}/orders/{id}",
                "/old/62.html,GET /old/{id}.html",
                "/orders/8b9c1f9e-7d4c-4f7a-9a53-0c8a9cdeb1f0,GET /orders/{uuid}",
                "/files/d41d8cd98f00b204e9800998ecf8427e,GET /files/{hash}",
                "/archive/2026-11-21,GET /archive/{date}",
                "/archive/2026-11,GET /archive/{date}",
                "/reset/Xk29fLq0ZpT4mW8sB1vY,GET /reset/{token}",
                "/p/12345-nice-shoes,GET /p/{id}",
                "/customers/cus_NffrFeUfNV2Hib,GET /customers/{token}",
                "/commits/4d009c5f,GET /commits/{hash}",
                "/facade/decade,GET /facade/decade",
                "/2024-in-review,GET /{id}",
                "/photos/img_0001,GET /photos/{slug}",
                "/api/v1/products,GET /api/v1/products",
                "/api/v2/oauth2/token,GET /api/v2/oauth2/token",
                "/assets/app.css,GET /assets/{asset}",
                "/assets/a/b/inter.woff2,GET /assets/{asset}",
                "/img/logo.png,GET /img/{asset}",
                "/favicon.ico,GET /{asset}",
                "/robots.txt,GET /robots.txt",
                "/.env,GET /.env",
                "/.env.bak,GET /.env.bak",
                "/health;jsessionid=1,GET /health",
                "/a%20b/x,GET /{text}/x",
                "/search/[REDACTED],GET /search/{text}",
                "//health//x,GET /health/x",
                "/../../etc/passwd,GET /../../etc/passwd",
                "/a/b/c/d/e/f/g/h/i/j,GET /a/b/c/d/e/f/g/h/{rest}",
                "/how-to-make-a-good-cup-of-coffee,GET /{slug}",
            })
    void replacesValuesAndKeepsNames(String path, String expected) {
        assertThat(TEMPLATE.of("GET", path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"GET,GET", "DELETE,DELETE", "PRI,OTHER", "FOO,OTHER", "'',OTHER"})
    void keepsKnownMethodsOnly(String method, String expected) {
        assertThat(TEMPLATE.of(method, "/x")).isEqualTo(expected + " /x");
    }

    @Test
    void staysBoundedForAnyPath() {
        String longest = TEMPLATE.of("GET", "/" + "p".repeat(8191));
        String deepest = TEMPLATE.of("GET", ("/" + "q".repeat(64)).repeat(100));

        assertThat(longest).isEqualTo("GET /{token}");
        assertThat(deepest.length()).isLessThan(8 * 65 + 20);
    }

    @Test
    void prefersDeclaredPatterns() {
        EndpointTemplate declared =
                EndpointTemplate.of(List.of("/u/:name", "/shops/{shop}/items/*", "/users/current"));

        assertThat(declared.of("GET", "/u/alice")).isEqualTo("GET /u/{name}");
        assertThat(declared.of("GET", "/u/alice/x")).isEqualTo("GET /u/alice/x");
        assertThat(declared.of("GET", "/shops/a/items/1/2"))
                .isEqualTo("GET /shops/{shop}/items/{rest}");
        assertThat(declared.of("GET", "/users/current")).isEqualTo("GET /users/current");
        assertThat(declared.of("GET", "/users/7")).isEqualTo("GET /users/{id}");
    }

    @Test
    void letsTheFirstPatternThatFitsWin() {
        EndpointTemplate declared =
                EndpointTemplate.of(
                        List.of("/p/top", "/p/{id}.json", "/p/u-{name}-x", "/p/{page}", "/p/*"));

        assertThat(declared.of("GET", "/p/top")).isEqualTo("GET /p/top");
        assertThat(declared.of("GET", "/p/a.json")).isEqualTo("GET /p/{id}.json");
        assertThat(declared.of("GET", "/p/.json")).isEqualTo("GET /p/{page}");
        assertThat(declared.of("GET", "/p/u-ann-x")).isEqualTo("GET /p/u-{name}-x");
        assertThat(declared.of("GET", "/p/u--x")).isEqualTo("GET /p/{page}");
        assertThat(declared.of("GET", "//p//top;a=1/")).isEqualTo("GET /p/top");
        assertThat(declared.of("GET", "/p/a/b/c")).isEqualTo("GET /p/{rest}");
        assertThat(declared.of("GET", "/p")).isEqualTo("GET /p/{rest}");
        assertThat(declared.of("GET", "/q/42")).isEqualTo("GET /q/{id}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users|not a path",
                "/a//b|an empty segment",
                "/a/*/b|a * that is not the last segment",
                "/a/b*|a * that is not the last segment",
                "/a/:|a placeholder without a name",
                "/a/{}|a placeholder without a name",
                "/a/{id|braces that are not one pair in a segment",
                "/a/}id{|braces that are not one pair in a segment",
                "/a/{x}-{y}|braces that are not one pair in a segment",
            })
    void refusesAPatternAndSaysWhy(String pattern, String problem) {
        assertThatThrownBy(() -> EndpointTemplate.of(List.of(pattern)))
                .hasMessageContaining(problem + " (got " + pattern + ")");
    }
}
