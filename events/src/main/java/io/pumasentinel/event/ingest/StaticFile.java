package io.pumasentinel.event.ingest;

/** Tells static files by their folder or extension, so that a thousand of them are one endpoint. */
final class StaticFile {

    private static final int LONGEST_EXTENSION = 5;

    private StaticFile() {}

    /** Whether {@code path[0, end)} names one; the path begins with {@code /}. */
    static boolean is(String path, int end) {
        return folder(path, end) || extension(path, end);
    }

    private static boolean folder(String path, int end) {
        return within(path, end, "/assets/")
                || within(path, end, "/packs/")
                || within(path, end, "/static/");
    }

    private static boolean within(String path, int end, String folder) {
        return end > folder.length() && path.startsWith(folder);
    }

    private static boolean extension(String path, int end) {
        int dot = path.lastIndexOf('.', end - 1);
        if (dot < end - 1 - LONGEST_EXTENSION || dot < 1 || dot == end - 1) {
            return false;
        }
        return switch (path.substring(dot + 1, end)) {
            case "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "svg", "ico", "webp" ->
                    true;
            case "avif", "woff", "woff2", "ttf", "eot", "otf", "mp3", "mp4", "webm" -> true;
            default -> false;
        };
    }
}
