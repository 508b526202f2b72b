package org.warmhandoff.routes.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes along with one message (42 CFR 2.32).
 *
 * @param statement which statement, if any
 * @param scopes for each consent that carries the disclosure, what it covers, in words: see {@link ConsentScope}
 */
public record Carriage(Statement statement, List<String> scopes) {

    /** Nothing goes along: no consent is the ground of what is told. */
    public static final Carriage NONE = new Carriage(Statement.NONE, List.of());

    public Carriage {
        scopes = List.copyOf(scopes);
    }

    /** Which statement is due. */
    public enum Statement {
        NONE,
        /** The short one only: a court order is the ground, not a consent. */
        SHORT,
        /** Short or long, whichever suits the reader. */
        EITHER
    }

    /** The notice, for messages whose consents need no words. */
    public static Carriage ofNotice() {
        return new Carriage(Statement.EITHER, List.of());
    }

    public boolean noticed() {
        return statement != Statement.NONE;
    }

    /** For machines: the short statement, then the scopes. */
    public List<String> briefly() {
        return lines(RedisclosureNotice.shortText());
    }

    /** For people: the long statement where it is due, then the scopes. */
    public List<String> fully() {
        return lines(statement == Statement.SHORT ? RedisclosureNotice.shortText() : RedisclosureNotice.longText());
    }

    private List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        if (noticed()) {
            lines.add(text);
        }
        lines.addAll(scopes);
        return List.copyOf(lines);
    }
}
