package io.pumasentinel.event.ingest;

/**
 * Controller and action in the form in which Rails writes routes, {@code admin/users#show}, whether
 * the logger names the controller's class ({@code Admin::UsersController}) or its path.
 */
final class RouteName {

    private static final String SUFFIX = "Controller";

    private RouteName() {}

    static String of(String controller, String action) {
        int end = controller.length() - (controller.endsWith(SUFFIX) ? SUFFIX.length() : 0);
        StringBuilder out = new StringBuilder(controller.length() + action.length() + 4);
        for (int i = 0; i < end; i++) {
            char c = controller.charAt(i);
            if (c == ':' && i + 1 < end && controller.charAt(i + 1) == ':') {
                out.append('/');
                i++;
            } else if (c >= 'A' && c <= 'Z') {
                if (wordBegins(controller, i, end)) {
                    out.append('_');
                }
                out.append((char) (c + ('a' - 'A')));
            } else {
                out.append(c);
            }
        }
        return out.append('#').append(action).toString();
    }

    /** {@code UserAPI} is {@code user_api}, {@code APIUser} is {@code api_user}. */
    private static boolean wordBegins(String name, int at, int end) {
        if (at == 0 || name.charAt(at - 1) == ':' || name.charAt(at - 1) == '/') {
            return false;
        }
        boolean afterSmall = !upper(name.charAt(at - 1));
        boolean beforeSmall = at + 1 < end && Character.isLowerCase(name.charAt(at + 1));
        return afterSmall || beforeSmall;
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
