package io.pumasentinel.cli.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KibanaSpaceTest {
    private static final byte[] ONE =
            "{\"type\":\"dashboard\",\"id\":\"overview\",\"attributes\":{\"title\":\"O\"}}\n"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void makesAMissingSpaceOnce() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            KibanaReport first = setup(kibana, "ops").install(ONE);
            KibanaReport second = setup(kibana, "ops").install(ONE);

            assertThat(first.lines())
                    .containsExactly(
                            "1 saved object installed", "space ops: made, because it was missing");
            assertThat(second.lines()).containsExactly("1 saved object overwritten, already there");
            assertThat(kibana.spaces().objects("ops")).containsExactly("dashboard/overview");
            assertThat(kibana.spaces().objects("default")).isEmpty();
            assertThat(kibana.requests())
                    .contains("POST /s/ops/api/saved_objects/_import?overwrite=true")
                    .filteredOn("POST /api/spaces/space"::equals)
                    .hasSize(1);
        }
    }

    @Test
    void usesTheDefaultSpaceWhereThereAreNoOthers() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("7.10.2")) {
            kibana.level("green");
            KibanaSetup setup = setup(kibana, "ops");

            assertThat(setup.install(ONE).shortcomings())
                    .containsExactly("no spaces: the default one instead of ops");
            assertThat(setup.connection().space()).isEqualTo(KibanaConnection.DEFAULT_SPACE);
            assertThat(kibana.spaces().objects("default")).containsExactly("dashboard/overview");
        }
    }

    @Test
    void saysThatTheUserMayNotMakeASpace() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            KibanaSetup setup = setup(kibana, "ops");
            kibana.next(
                    new FakeKibana.Scripted(200, "[]"),
                    FakeKibana.error(403, "Forbidden", "Unauthorized to create spaces"));

            assertThatThrownBy(() -> setup.install(ONE))
                    .hasMessageStartingWith("making the space ops: Kibana refused (got 403")
                    .hasMessageContaining("and spaces, if the space is to be made");
        }
    }

    /** From 8.0 on an identifier belongs to one space; an import elsewhere makes a copy. */
    @Test
    void findsTheCopiesThatKibanaMadeBecauseAnotherSpaceHasTheIdentifiers() throws Exception {
        try (FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            assertThat(setup(kibana, "default").install(ONE).isComplete()).isTrue();
            KibanaReport copied = setup(kibana, "ops").install(ONE);
            KibanaReport again = setup(kibana, "ops").install(ONE);
            kibana.spaces().put("ops", "dashboard", "other", "elsewhere");

            assertThat(copied.dashboards())
                    .containsExactly(new SavedObject("dashboard", "copy-1", "O"));
            assertThat(again.overwritten())
                    .containsExactly(new SavedObject("dashboard", "copy-1", "O"));

            assertThat(setup(kibana, "ops").remove(ONE).removed())
                    .extracting(SavedObject::id)
                    .containsExactly("copy-1");
            assertThat(kibana.spaces().objects("ops")).containsExactly("dashboard/other");
            assertThat(kibana.spaces().objects("default")).containsExactly("dashboard/overview");
        }
    }

    private static KibanaSetup setup(FakeKibana kibana, String space) throws Exception {
        return KibanaSetup.to(
                KibanaConnection.to(kibana.url()).inSpace(space), Duration.ofSeconds(10));
    }
}
