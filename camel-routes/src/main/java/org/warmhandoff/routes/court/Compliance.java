package org.warmhandoff.routes.court;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a participant kept to the plan in a period, by rule alone, so that the same facts rate the same everywhere:
 *
 * <ul>
 *   <li><b>compliant</b>: no unexcused absence, and no test missed, refused, tampered with, dilute or unexpectedly
 *       positive. An excused absence, coming late and an expected positive are no lapses.
 *   <li><b>non-compliant</b>: a test refused or tampered with; or two or more tests missed, dilute or unexpectedly
 *       positive; or fewer than three in four of the sessions attended that were due (scheduled less excused).
 *   <li><b>partial</b>: any other lapse.
 * </ul>
 *
 * Where nothing was scheduled and nothing tested there is no rating: silence is not compliance.
 *
 * @param reasons why it is not compliant; empty when it is
 */
public record Compliance(Rating rating, List<Reason> reasons) {

    /** The codes of {@code tr:Compliance/@rating}. */
    public enum Rating {
        COMPLIANT("Compliant"),
        PARTIAL("Partially compliant"),
        NON_COMPLIANT("Not compliant");

        private final String display;

        Rating(String display) {
            this.display = display;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String display() {
            return display;
        }
    }

    /** What spoke against full compliance. */
    public enum Reason {
        UNEXCUSED_ABSENCE("absence without excuse"),
        LOW_ATTENDANCE("attended fewer than three in four sessions due"),
        UNEXPECTED_POSITIVE("unexpected positive test"),
        DILUTE_TEST("dilute specimen"),
        MISSED_TEST("missed test"),
        REFUSED_OR_TAMPERED_TEST("refused or tampered test");

        private final String display;

        Reason(String display) {
            this.display = display;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String display() {
            return display;
        }
    }

    private static final int LAPSES_IN_TESTING = 2;

    public Compliance {
        reasons = List.copyOf(reasons);
    }

    /** The rating by the rules above. */
    public static Optional<Compliance> of(AttendanceSummary attendance, List<DrugTest> tests) {
        if (attendance.scheduled() == 0 && tests.isEmpty()) {
            return Optional.empty();
        }
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (attendance.unexcused() > 0) {
            reasons.add(Reason.UNEXCUSED_ABSENCE);
        }
        if (low(attendance)) {
            reasons.add(Reason.LOW_ATTENDANCE);
        }
        tests.stream().flatMap(test -> reason(test).stream()).forEach(reasons::add);
        return Optional.of(new Compliance(rating(reasons, tests), new ArrayList<>(reasons)));
    }

    private static Rating rating(Set<Reason> reasons, List<DrugTest> tests) {
        if (reasons.isEmpty()) {
            return Rating.COMPLIANT;
        }
        long lapses = tests.stream().filter(test -> reason(test).isPresent()).count();
        boolean severe = reasons.contains(Reason.REFUSED_OR_TAMPERED_TEST)
                || reasons.contains(Reason.LOW_ATTENDANCE)
                || lapses >= LAPSES_IN_TESTING;
        return severe ? Rating.NON_COMPLIANT : Rating.PARTIAL;
    }

    private static boolean low(AttendanceSummary attendance) {
        int due = attendance.scheduled() - attendance.excused();
        return 4 * attendance.attended() < 3 * due;
    }

    private static Optional<Reason> reason(DrugTest test) {
        if (test.result().refusedOrTampered()) {
            return Optional.of(Reason.REFUSED_OR_TAMPERED_TEST);
        }
        return switch (test.result()) {
            case MISSED -> Optional.of(Reason.MISSED_TEST);
            case DILUTE -> Optional.of(Reason.DILUTE_TEST);
            case POSITIVE -> test.expected() ? Optional.empty() : Optional.of(Reason.UNEXPECTED_POSITIVE);
            default -> Optional.empty();
        };
    }
}
