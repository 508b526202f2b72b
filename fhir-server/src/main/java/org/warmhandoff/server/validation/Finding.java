package org.warmhandoff.server.validation;

/**
 * One thing that the validator has to say of a resource.
 *
 * @param error whether the resource is refused for it; else it is a warning
 * @param key the invariant's, such as {@code iop-sr-2}, or the validator's name of the rule; safe to log
 * @param path FHIRPath of the element; safe to log
 * @param sentence for the sender alone, since it may quote what was sent
 */
public record Finding(boolean error, String key, String path, String sentence) {

    static Finding error(String key, String path, String sentence) {
        return new Finding(true, key, path, sentence);
    }

    static Finding warning(String key, String path, String sentence) {
        return new Finding(false, key, path, sentence);
    }

    /** The same, of a resource that stands at a place of its own, such as {@code Bundle.entry[3].resource}. */
    Finding at(String place) {
        int dot = path.indexOf('.');
        return new Finding(error, key, dot < 0 ? place : place + path.substring(dot), sentence);
    }

    /** Key and path, without anything that was sent. */
    public String reason() {
        return key + " " + path;
    }
}
