package org.warmhandoff.server.part2;

import java.util.Set;
import java.util.TreeSet;
import org.warmhandoff.server.part2.Decision.Deny;
import org.warmhandoff.server.part2.Decision.Redact;

/** Tells staff in a few lines why: rules, sections of the law, dates and ids, nothing clinical and no names. */
public final class Explanation {

    private Explanation() {}

    public static String of(Decision decision) {
        Grounds grounds = decision.grounds();
        StringBuilder text = new StringBuilder(outcome(decision))
                .append(" at ")
                .append(grounds.at())
                .append(" by ")
                .append(grounds.policyVersion())
                .append(" (sha256 ")
                .append(grounds.policyHash(), 0, 12)
                .append(")\n");
        tell(grounds.reasons(), 0, text);
        grounds.consent().ifPresent(id -> text.append("on consent ").append(id).append('\n'));
        grounds.order().ifPresent(id -> text.append("on order ").append(id).append('\n'));
        Set<String> due = new TreeSet<>();
        decision.obligations().forEach(obligation -> due.add(obligation.code()));
        return text.append("to do: ")
                .append(String.join(", ", due))
                .append('\n')
                .toString();
    }

    private static String outcome(Decision decision) {
        if (decision instanceof Deny deny) {
            return switch (deny.manner()) {
                case HIDDEN -> "Denied, as if absent,";
                case OPEN -> "Denied, openly,";
                case REVIEW -> "Denied until reviewed,";
            };
        }
        return decision instanceof Redact redact ? "Permitted in part (" + parts(redact.elements()) + ")" : "Permitted";
    }

    private static String parts(Elements elements) {
        Set<String> only = elements.only();
        String kept = only == null ? "" : "only " + String.join(", ", new TreeSet<>(only));
        String without =
                elements.without().isEmpty() ? "" : "without " + String.join(", ", new TreeSet<>(elements.without()));
        return kept.isEmpty() || without.isEmpty() ? kept + without : kept + "; " + without;
    }

    private static void tell(Reason reason, int depth, StringBuilder text) {
        text.append("  ".repeat(depth))
                .append(reason.holds() ? "+ " : "- ")
                .append(reason.text())
                .append('\n');
        reason.because().forEach(child -> tell(child, depth + 1, text));
    }
}
