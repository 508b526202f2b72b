package org.warmhandoff.routes.hl7v2.referral;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.segment.Er7Carriage;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/**
 * Prints SIU^S12 to S15 and S26 (HL7 v2.5.1, 10.3): MSH, SCH, TQ1, NTE, PID, RGS, AIS. MSH-26 and 27 (v2.7 on, ignored before) say
 * restricted and no redisclosure. Safe for use by many threads.
 */
public final class AppointmentPrinter {

    private static final int PLACER_ORDER = 26;

    /** The message with CR after each segment, in UTF-8 when it becomes bytes. */
    public String print(AppointmentNotice notice) {
        return ReferralReply.header(
                        notice.envelope(),
                        "SIU^" + notice.event() + "^SIU_S12",
                        notice.carriage().noticed())
                + schedule(notice)
                + Er7Printer.segment("TQ1", "1", "", "", "", "", "", time(notice.start()), time(notice.end()))
                + Er7Carriage.notes(notice.carriage())
                + ReferralReply.patient(notice.referral())
                + Er7Printer.segment("RGS", "1", "A")
                + Er7Printer.segment(
                        "AIS",
                        "1",
                        "A",
                        Er7Printer.components("intake-assessment", "Intake assessment", "L"),
                        time(notice.start()));
    }

    /** SCH-1 and 2 our number, 9 and 10 how long, 11 when (before v2.5), 25 status, 26 and 27 whose referral it is. */
    private static String schedule(AppointmentNotice notice) {
        String us = notice.envelope().from().application();
        String number = Er7Printer.components(notice.appointmentId(), us);
        List<String> fields = new ArrayList<>(Collections.nCopies(PLACER_ORDER + 2, ""));
        fields.set(0, "SCH");
        fields.set(1, number);
        fields.set(2, number);
        fields.set(6, reason(notice.event()));
        fields.set(9, minutes(notice));
        fields.set(10, fields.get(9).isEmpty() ? "" : "min");
        fields.set(11, Er7Printer.components("", "", "", time(notice.start()), time(notice.end())));
        fields.set(25, Er7Printer.components(status(notice.event()), "", "HL70278"));
        fields.set(PLACER_ORDER, Er7Printer.ei(notice.referral().placer()));
        fields.set(PLACER_ORDER + 1, Er7Printer.components(notice.referral().taskId(), us));
        return Er7Printer.segment(fields.toArray(String[]::new));
    }

    private static String reason(String event) {
        return switch (event) {
            case "S13" -> "RESCHEDULED";
            case "S14" -> "MODIFIED";
            case "S15" -> "CANCELLED";
            case "S26" -> "NOSHOW";
            default -> "BOOKED";
        };
    }

    /** HL7 table 0278. */
    private static String status(String event) {
        return switch (event) {
            case "S15" -> "Cancelled";
            case "S26" -> "Noshow";
            default -> "Booked";
        };
    }

    private static String minutes(AppointmentNotice notice) {
        return notice.start() == null || notice.end() == null
                ? ""
                : Long.toString(Duration.between(notice.start(), notice.end()).toMinutes());
    }

    private static String time(@Nullable OffsetDateTime time) {
        return time == null ? "" : ReferralReply.time(time);
    }
}
