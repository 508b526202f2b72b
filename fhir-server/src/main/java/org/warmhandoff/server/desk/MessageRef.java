package org.warmhandoff.server.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a message at the desk: {@code in-7} arrived, {@code out-7} was sent or is to be. */
record MessageRef(boolean inbound, long id) {

    private static final Pattern FORM = Pattern.compile("(in|out)-(\\d{1,18})");

    static MessageRef parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw DeskProblem.notFound("No message has that id; ids look like in-7 and out-7.");
        }
        return new MessageRef(matcher.group(1).equals("in"), Long.parseLong(matcher.group(2)));
    }

    static MessageRef in(long id) {
        return new MessageRef(true, id);
    }

    static MessageRef out(long id) {
        return new MessageRef(false, id);
    }

    @Override
    public String toString() {
        return (inbound ? "in-" : "out-") + id;
    }
}
