package io.pumasentinel.event.ingest;

/** Numbers in text that may be anything. */
final class RailsNumbers {

    private RailsNumbers() {}

    /** The decimal number that the whole text is, such as {@code 22.45}; NaN for anything else. */
    static double decimal(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 24 && text.charAt(0) != '.';
        for (int i = 0; digits && i < text.length(); i++) {
            char c = text.charAt(i);
            digits = (c >= '0' && c <= '9') || (c == '.' && text.indexOf('.') == i);
        }
        return digits ? Double.parseDouble(text) : Double.NaN;
    }
}
