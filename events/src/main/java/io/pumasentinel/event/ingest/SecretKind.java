package io.pumasentinel.event.ingest;

/** Kinds of secrets that are known by their shape; those known by a key bear the key's name. */
enum SecretKind {
    JWT("jwt"),
    AWS_KEY("aws-key"),
    STRIPE_KEY("stripe-key"),
    GITHUB_TOKEN("github-token"),
    GITLAB_TOKEN("gitlab-token"),
    SLACK_TOKEN("slack-token"),
    GOOGLE_KEY("google-key"),
    NPM_TOKEN("npm-token"),
    AUTHORIZATION("authorization"),
    URL_PASSWORD("url-password"),
    PRIVATE_KEY("private-key"),
    CARD("card"),
    EMAIL("email"),
    ADDRESS("address");

    private final String text;

    SecretKind(String text) {
        this.text = text;
    }

    /** As documents show it. */
    String text() {
        return text;
    }
}
