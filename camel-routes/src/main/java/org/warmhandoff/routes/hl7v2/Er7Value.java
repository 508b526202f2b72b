package org.warmhandoff.routes.hl7v2;

import java.util.List;

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
        String whole = at(Er7Segment.split(raw, delimiters.component()), component);
        String part = at(Er7Segment.split(whole, delimiters.subcomponent()), subcomponent);
        return delimiters.unescape(part).strip();
    }

    private static String at(List<String> parts, int position) {
        return position <= parts.size() ? parts.get(position - 1) : "";
    }
}
