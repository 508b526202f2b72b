package org.warmhandoff.server.part2;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number of a rule, with a letter where one rule takes several lines. */
record RuleId(int number, String letter) implements Comparable<RuleId> {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]?)([a-z]?)");
    private static final Comparator<RuleId> ORDER =
            Comparator.comparingInt(RuleId::number).thenComparing(RuleId::letter);

    static RuleId of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new PolicyUnreadable("'" + text + "' is no rule number");
        }
        return new RuleId(Integer.parseInt(matcher.group(1)), matcher.group(2));
    }

    @Override
    public int compareTo(RuleId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return number + letter;
    }
}
