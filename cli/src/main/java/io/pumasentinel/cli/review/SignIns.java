package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.Condition;
import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.cli.review.source.Group;
import io.pumasentinel.cli.review.source.Measure;
import io.pumasentinel.cli.review.source.Question;
import java.util.ArrayList;
import java.util.List;

/** Sign-ins by their outcome, and the addresses and accounts that were refused most. */
final class SignIns implements Chapter {
    private static final String TITLE = "Sign-in attempts";
    private static final String LEAD =
            "As ingest.auth-preset tells them apart; where the answer does not say, the outcome is"
                    + " unknown.";

    /** People who mistype are refused less often. */
    private static final int GUESSED = 10;

    private static final Condition SIGN_IN = new Condition.Has(Field.SIGN_IN);
    private static final Measure ACCEPTED = outcome("success");
    private static final Measure REFUSED = outcome("failure");
    private static final Measure UNKNOWN = outcome("attempt");
    private static final Measure ACCOUNTS = new Measure.Distinct(Field.ACCOUNT);
    private static final Measure ADDRESSES = new Measure.Distinct(Field.ADDRESS);
    private static final Measure LATEST = new Measure.Latest();

    private final Scope scope;
    private final Question all;
    private final Question byAddress;
    private final Question byAccount;

    SignIns(Scope scope) {
        this.scope = scope;
        this.all =
                scope.ask(
                        DocumentStream.REQUESTS,
                        List.of(SIGN_IN),
                        List.of(),
                        List.of(ACCEPTED, REFUSED, UNKNOWN));
        this.byAddress = by(Field.ADDRESS, ACCOUNTS);
        this.byAccount = by(Field.ACCOUNT, ADDRESSES);
    }

    private Question by(Field field, Measure others) {
        return scope.ask(
                DocumentStream.REQUESTS,
                List.of(SIGN_IN),
                field,
                List.of(REFUSED, ACCEPTED, others, LATEST),
                REFUSED);
    }

    private static Measure outcome(String value) {
        return new Measure.Where(new Condition.Is(Field.SIGN_IN, value));
    }

    @Override
    public List<Question> questions() {
        return List.of(all, scope.before(all), byAddress, byAccount);
    }

    @Override
    public Written write(Material material) {
        String lack = material.lack(DocumentStream.REQUESTS).orElse("");
        if (!lack.isEmpty()) {
            Section unknown = Section.empty(TITLE, LEAD, "Not known: " + lack + ".");
            return new Written(List.of(unknown), List.of());
        }
        Group total = material.answers().all(all);
        if (total.count() == 0) {
            Section none = Section.empty(TITLE, LEAD, "No request was a sign-in.");
            return new Written(List.of(none), List.of());
        }
        List<Section> sections =
                List.of(
                        outcomes(material, total),
                        refused(
                                "Refused sign-ins by address",
                                "Accepted ones beside them: many refusals and an acceptance may be"
                                        + " a guess that hit, or an office behind one address.",
                                List.of("Address", "Refused", "Accepted", "Accounts", "Last"),
                                material.now(byAddress),
                                ACCOUNTS),
                        refused(
                                "Refused sign-ins by account",
                                "From the formats that name the account; Puma's own line does not.",
                                List.of("Account", "Refused", "Accepted", "Addresses", "Last"),
                                material.now(byAccount),
                                ADDRESSES));
        return new Written(sections, steps(total, material.now(byAddress)));
    }

    private Section outcomes(Material material, Group now) {
        Group before = material.answers().all(scope.before(all));
        boolean known = material.isComparable(DocumentStream.REQUESTS);
        List<List<Cell>> rows = new ArrayList<>();
        List<Measure> outcomes = List.of(ACCEPTED, REFUSED, UNKNOWN);
        List<String> names = List.of("accepted", "refused", "unknown");
        for (int i = 0; i < outcomes.size(); i++) {
            Measure outcome = outcomes.get(i);
            rows.add(
                    Section.row(
                            Cell.text(names.get(i)),
                            Cell.count(now.value(outcome)),
                            Cell.share(now.value(outcome), (double) now.count()),
                            Cell.count(known ? before.value(outcome) : Double.NaN)));
        }
        List<String> columns = List.of("Outcome", "Sign-ins", "Share", "Before");
        return new Section(TITLE, LEAD, columns, rows, "");
    }

    private static Section refused(
            String title, String lead, List<String> columns, List<Group> groups, Measure others) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Group group : groups) {
            if (group.value(REFUSED) > 0) {
                rows.add(
                        Section.row(
                                Cell.text(group.key()),
                                Cell.count(group.value(REFUSED)),
                                Cell.count(group.value(ACCEPTED)),
                                Cell.count(group.value(others)),
                                Cell.moment(group.value(LATEST))));
            }
        }
        return Section.top(title, lead, columns, rows, "None.");
    }

    private static List<Step> steps(Group total, List<Group> addresses) {
        List<Step> steps = new ArrayList<>();
        List<String> guessed =
                addresses.stream()
                        .filter(a -> a.value(REFUSED) >= GUESSED && a.value(ACCEPTED) > 0)
                        .map(Group::key)
                        .toList();
        if (!guessed.isEmpty()) {
            steps.add(
                    new Step(
                            Step.Urgency.TODAY,
                            "See whether a guess hit",
                            "refused ten times or more, and accepted: " + Words.some(guessed),
                            "brute-force-then-success"));
        }
        if (total.value(UNKNOWN) == total.count()) {
            steps.add(
                    new Step(
                            Step.Urgency.THIS_WEEK,
                            "Say how sign-ins end: ingest.auth-preset",
                            Words.number(total.count(), "sign-in") + ", all of unknown outcome",
                            "sign-in-flood"));
        }
        return steps;
    }
}
