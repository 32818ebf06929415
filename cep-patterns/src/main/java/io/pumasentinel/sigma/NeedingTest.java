package io.pumasentinel.sigma;

import java.util.List;

/**
 * A test that is known to pass only where one of some texts occurs.
 *
 * @param test what decides
 * @param needs the texts, none of them empty
 */
record NeedingTest(TextTest test, List<String> needs) implements TextTest {

    @Override
    public boolean test(String value) {
        return test.test(value);
    }
}
