package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class TemplateStateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String OWN =
            "{'version':2,'_meta':{'managed_by':'puma-sentinel'},'template':{'settings':{'index':"
                    + "{'number_of_shards':1}},'mappings':{'dynamic':false,'properties':"
                    + "{'a':{'type':'long'}}}}}";

    @Test
    void doesNotMindWhatElasticsearchMakesOfIt() throws Exception {
        assertThat(
                        state(
                                Template.Kind.COMPONENT,
                                "{'template':{'mappings':{'properties':{'a':{'type':'long'}},"
                                        + "'dynamic':'false'},'settings':{'index':"
                                        + "{'number_of_shards':'1'}},'aliases':{}},'version':2,"
                                        + "'_meta':{'managed_by':'puma-sentinel'},"
                                        + "'created_date_millis':17,'modified_date':'today'}"))
                .isEqualTo(new TemplateState(TemplateState.Kind.SAME, ""));
    }

    @Test
    void seesAFieldThatSomebodyAdded() throws Exception {
        assertThat(state(Template.Kind.COMPONENT, OWN.replace("'a':", "'b':{'type':'text'},'a':")))
                .isEqualTo(
                        new TemplateState(
                                TemplateState.Kind.CHANGED,
                                "changed by hand (template.mappings.properties.b.type)"));
    }

    @Test
    void namesAtMostThreeDifferences() throws Exception {
        assertThat(state(Template.Kind.COMPONENT, "{'version':2,'x':1}").told())
                .startsWith("changed by hand (_meta.managed_by, ")
                .endsWith(" and 2 more)");
    }

    @Test
    void knowsOlderNewerAndNothing() throws Exception {
        assertThat(state(Template.Kind.INDEX, "{'version':1}"))
                .isEqualTo(new TemplateState(TemplateState.Kind.OLDER, "version 1 instead of 2"));
        assertThat(state(Template.Kind.INDEX, "{'version':12}"))
                .isEqualTo(
                        new TemplateState(
                                TemplateState.Kind.NEWER, "version 12, this release's 2"));
        assertThat(state(Template.Kind.INDEX, "{'template':{}}").kind())
                .isEqualTo(TemplateState.Kind.OLDER);
        assertThat(
                        TemplateState.of(
                                        own(Template.Kind.INDEX),
                                        json(OWN),
                                        MissingNode.getInstance())
                                .kind())
                .isEqualTo(TemplateState.Kind.MISSING);
    }

    @Test
    void toleratesDefaultsWhereElasticsearchFillsThemIn() throws Exception {
        String more = OWN.replace("'version':2", "'version':2,'create_time':17");

        assertThat(state(Template.Kind.PIPELINE, more).kind()).isEqualTo(TemplateState.Kind.SAME);
        assertThat(state(Template.Kind.INDEX, more).kind()).isEqualTo(TemplateState.Kind.CHANGED);
    }

    private static TemplateState state(Template.Kind kind, String stored) throws Exception {
        return TemplateState.of(own(kind), json(OWN), json(stored));
    }

    private static Template own(Template.Kind kind) throws Exception {
        return new Template(kind, "t", (ObjectNode) json(OWN));
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
