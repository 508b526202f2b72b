package org.warmhandoff.server.identity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scope of SMART App Launch 2.2 for resources, such as {@code system/Task.rs?status=requested}; those of version 1, such as
 * {@code system/Task.read}, are understood too.
 *
 * @param context patient, user or system
 * @param type a resource type, or {@code *}
 * @param rights some of {@code cruds}, in that order
 * @param query what narrows it, empty when nothing does
 */
public record SmartScope(String context, String type, String rights, String query) {

    private static final Pattern FORM = Pattern.compile("(patient|user|system)/(\\*|[A-Z][A-Za-z]{1,60})"
            + "\\.(c?r?u?d?s?|read|write|\\*)(?:\\?([\\x21\\x23-\\x5B\\x5D-\\x7E]{1,500}))?");

    /** How version 1 says it. */
    private static final Map<String, String> FORMER = Map.of("read", "rs", "write", "cud", "*", "cruds");

    /** Empty for what is no such scope, {@code openid} for example. */
    public static Optional<SmartScope> of(String scope) {
        Matcher form = FORM.matcher(scope);
        if (!form.matches() || form.group(3).isEmpty()) {
            return Optional.empty();
        }
        boolean former = FORMER.containsKey(form.group(3));
        String query = form.group(4) == null ? "" : form.group(4);
        // Version 1 has no filters.
        return former && !query.isEmpty()
                ? Optional.empty()
                : Optional.of(new SmartScope(
                        form.group(1), form.group(2), FORMER.getOrDefault(form.group(3), form.group(3)), query));
    }

    /** Whether it allows all that another one allows. */
    public boolean covers(SmartScope other) {
        return context.equals(other.context)
                && (type.equals("*") || type.equals(other.type))
                && other.rights.chars().allMatch(right -> rights.indexOf(right) >= 0)
                && (query.isEmpty() || query.equals(other.query));
    }

    /** The single scopes of a text with blanks between them. */
    public static Set<String> split(String scopes) {
        Set<String> all = new LinkedHashSet<>(Arrays.asList(scopes.strip().split("[ \\t\\r\\n]+")));
        all.remove("");
        return all;
    }

    /** Whether everything that is asked for was allowed; what is no scope for resources must be allowed literally. */
    public static boolean allowed(Set<String> allowed, Set<String> asked) {
        return asked.stream().allMatch(scope -> allowed.contains(scope) || covered(allowed, scope));
    }

    private static boolean covered(Set<String> allowed, String scope) {
        return of(scope)
                .filter(asked -> asked.rights.length() == 1
                        ? allows(allowed, asked)
                        : asked.rights
                                .chars()
                                .allMatch(right -> allows(
                                        allowed,
                                        new SmartScope(
                                                asked.context, asked.type, String.valueOf((char) right), asked.query))))
                .isPresent();
    }

    private static boolean allows(Set<String> allowed, SmartScope asked) {
        return allowed.stream()
                .anyMatch(one -> of(one).filter(scope -> scope.covers(asked)).isPresent());
    }

    @Override
    public String toString() {
        return context + "/" + type + "." + rights + (query.isEmpty() ? "" : "?" + query);
    }
}
