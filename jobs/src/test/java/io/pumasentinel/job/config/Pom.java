package io.pumasentinel.job.config;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The root pom's versions. */
final class Pom {

    private final String text;

    private Pom(String text) {
        this.text = text;
    }

    static Pom read() throws IOException {
        return new Pom(Files.readString(Repository.file("pom.xml")));
    }

    /** The first element of this name: a property, or {@code version} for the project's own. */
    String value(String element) {
        Matcher matcher =
                Pattern.compile("<" + Pattern.quote(element) + ">([^<]+)</").matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("the root pom has no " + element);
        }
        return matcher.group(1);
    }
}
