package org.warmhandoff.server.labels;

import java.util.LinkedHashSet;
import java.util.Set;
import org.warmhandoff.profiles.CodeSystems;

/** Which labels of a record pass to what was made from it. */
enum Passing {
    /** The content went over: all of them. */
    CONTENT,
    /** A part of the same document. */
    WHOLE,
    /** It arose there: the law, the sensitivity and who paid, but a record of a session is no note of it. */
    CONTEXT,
    /** The patient paid for it. */
    PAYMENT;

    private static final Set<SecurityLabel> OF_THE_RECORD_ALONE = Set.of(
            SecurityLabel.PSYCHOTHERAPY_NOTE, SecurityLabel.PSYCHOTHERAPY_NOTE_LAW, SecurityLabel.act("NODSCLCD"));

    Set<SecurityLabel> of(Set<SecurityLabel> labels) {
        Set<SecurityLabel> passed = new LinkedHashSet<>();
        for (SecurityLabel label : labels) {
            if (label.equals(SecurityLabel.ROSTER) && this != WHOLE) {
                // A record of one patient is not a roster, but may say who else was there.
                if (this != PAYMENT) {
                    passed.add(SecurityLabel.ABOUT_OTHERS);
                }
            } else if (passes(label)) {
                passed.add(label);
            } else if (this == CONTEXT && label.equals(SecurityLabel.confidentiality("V"))) {
                passed.add(SecurityLabel.confidentiality("R"));
            }
        }
        return passed;
    }

    private boolean passes(SecurityLabel label) {
        if (label.equals(SecurityLabel.DEIDENTIFIED)) {
            return false;
        }
        return switch (this) {
            case WHOLE, CONTENT ->
                label.system().equals(CodeSystems.ACT_CODE)
                        || label.isConfidentiality()
                        || label.system().equals(SecurityLabel.RECORD_CLASS);
            case CONTEXT ->
                (label.system().equals(CodeSystems.ACT_CODE) && !OF_THE_RECORD_ALONE.contains(label))
                        || (label.isConfidentiality() && !label.code().equals("V"));
            case PAYMENT -> label.equals(SecurityLabel.SELF_PAY);
        };
    }
}
