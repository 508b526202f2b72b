package org.warmhandoff.routes.hl7v2;

/** One repetition of a field: components of subcomponents, both counted from 1; absent ones are empty. */
public record Er7Value(String raw, Delimiters delimiters) {

    public boolean isEmpty() {
        return raw.isBlank();
    }

    /** The first subcomponent of a component, unescaped and trimmed. */
    public String component(int component) {
        return subcomponent(component, 1);
    }

    public String subcomponent(int component, int subcomponent) {
        String whole = part(raw, delimiters.component(), component);
        String part = part(whole, delimiters.subcomponent(), subcomponent);
        return isNull(part) ? "" : delimiters.unescape(part).strip();
    }

    /** {@code ""} in ER7 means "delete what you have": there is nothing to read. Blanks around it mean nothing, as elsewhere. */
    static boolean isNull(String text) {
        return text.strip().equals("\"\"");
    }

    /** The part at a position counted from 1, empty when there are fewer. */
    static String part(String text, char separator, int position) {
        int start = 0;
        for (int i = 1; i < position; i++) {
            int end = text.indexOf(separator, start);
            if (end < 0) {
                return "";
            }
            start = end + 1;
        }
        int end = text.indexOf(separator, start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }
}
