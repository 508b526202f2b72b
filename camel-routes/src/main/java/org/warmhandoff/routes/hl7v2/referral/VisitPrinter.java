package org.warmhandoff.routes.hl7v2.referral;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.warmhandoff.routes.hl7v2.segment.Er7Carriage;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/**
 * Prints ADT^A04 and A03 (HL7 v2.5.1, 3.3.4 and 3.3.3): MSH, EVN, PID, PV1 and an OBX with the notice of 42 CFR 2.32, as
 * these messages have no NTE. What the client is treated for is not in it. Safe for use by many threads.
 */
public final class VisitPrinter {

    private static final int ALTERNATE_VISIT = 50;

    /** The message with CR after each segment. */
    public String print(VisitNotice notice) {
        String structure = notice.event().equals("A04") ? "ADT_A01" : "ADT_A03";
        String at = ReferralReply.time(notice.envelope().sentAt());
        return ReferralReply.header(
                        notice.envelope(),
                        "ADT^" + notice.event() + "^" + structure,
                        notice.carriage().noticed())
                + Er7Printer.segment("EVN", notice.event(), at)
                + ReferralReply.patient(notice.referral())
                + visit(notice)
                + Er7Carriage.observations(notice.carriage());
    }

    /** PV1-2 outpatient, 3.4 where, 19 our number of it, 44 and 45 from when to when, 50 the requester's number. */
    private static String visit(VisitNotice notice) {
        List<String> fields = new ArrayList<>(Collections.nCopies(ALTERNATE_VISIT + 1, ""));
        fields.set(0, "PV1");
        fields.set(1, "1");
        fields.set(2, "O");
        fields.set(
                3,
                Er7Printer.components("", "", "", notice.referral().performer().name()));
        fields.set(
                19,
                Er7Printer.components(
                        notice.visit(), "", "", notice.envelope().from().application(), "VN"));
        fields.set(44, notice.admitted() == null ? "" : ReferralReply.time(notice.admitted()));
        if (notice.event().equals("A03")) {
            fields.set(45, ReferralReply.time(notice.envelope().sentAt()));
        }
        fields.set(ALTERNATE_VISIT, Er7Printer.cx(notice.referral().placer()));
        return Er7Printer.segment(fields.toArray(String[]::new));
    }
}
