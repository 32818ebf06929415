package io.pumasentinel.cli.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DashboardLinkTest {
    private static final Instant FROM = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-21T10:23:00Z");
    private static final SavedObject OVERVIEW = new SavedObject("dashboard", "o w", "Overview");

    @Test
    void showsTheTimeAndTheNamespace() {
        KibanaConnection kibana = KibanaConnection.to("https://k:5601/base");
        String link = new DashboardLink(kibana, FROM, TO, "demo").of(OVERVIEW).toString();

        assertThat(link).startsWith("https://k:5601/base/app/dashboards#/view/o%20w?_g=");
        assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8))
                .endsWith(
                        "?_g=(filters:!(('$state':(store:globalState),"
                                + "meta:(alias:'namespace demo',disabled:!f,key:query,negate:!f,"
                                + "type:custom),query:(wildcard:(_index:(value:'*-demo-*'))))),"
                                + "time:(from:'2026-11-21T10:00:00Z',to:'2026-11-21T10:23:00Z'))");
        assertThat(link.substring(link.indexOf('?'))).doesNotContain(" ", "(", "'", "\"");
    }

    @Test
    void leadsIntoTheSpace() {
        KibanaConnection kibana = KibanaConnection.to("http://k").inSpace("ops");

        assertThat(new DashboardLink(kibana, FROM, TO, "demo").of(OVERVIEW).toString())
                .startsWith("http://k/s/ops/app/dashboards#/view/");
    }
}
