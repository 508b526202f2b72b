package org.warmhandoff.routes.hl7v2.referral;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Envelope;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Referral;
import org.warmhandoff.routes.hl7v2.segment.Er7Carriage;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;
import org.warmhandoff.routes.partner.MllpSender;
import org.warmhandoff.routes.partner.Partner;

/**
 * Prints RRI^I12 (HL7 v2.5.1, 11.3.3): MSH, MSA, RF1, PRD, PID and, where there is something to say, NTE. The first NTE is
 * the notice of 42 CFR 2.32 when the message carries protected content; MSH-26 and 27 (v2.7 on, ignored before) then say
 * restricted and no redisclosure. Safe for use by many threads.
 */
public final class ReferralReply {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final String ASSIGNERS = Canonical.BASE + "/assigner/";
    private static final String ENCODING = "^~\\&";
    private static final int RESTRICTED_TO = 27;

    /** The message with CR after each segment, in UTF-8 when it becomes bytes. */
    public String print(ReferralStatusNotice notice) {
        Referral referral = notice.referral();
        return header(notice, "RRI^I12^RRI_I12")
                + Er7Printer.segment("MSA", "AA", Er7Printer.components(notice.originalControlId()))
                + status(notice)
                + provider("RP", "Referring Provider", referral.requester())
                + provider("RT", "Referred to Provider", referral.performer())
                + patient(referral)
                + notes(notice);
    }

    /** OSU^O51 (IHE 360X) for a requester that referred by an order: MSH, MSA, NTE, PID, ORC. */
    public String printOrderStatus(ReferralStatusNotice notice, BusinessStatus told) {
        Referral referral = notice.referral();
        Coding status = CodeTables.ORDER_STATUS.coding(told.code()).orElseThrow();
        return header(notice, "OSU^O51^OSU_O51")
                + Er7Printer.segment("MSA", "AA", Er7Printer.components(notice.originalControlId()))
                + notes(notice)
                + patient(referral)
                + order(notice, status);
    }

    /** ORC-1 and 5 say what became of it, 2 and 3 are its numbers, 9 since when, 16 why. */
    private static String order(ReferralStatusNotice notice, Coding status) {
        Referral referral = notice.referral();
        String own = Er7Printer.components(
                referral.taskId(), notice.envelope().from().application());
        String reason = notice.reasonCode() == null ? "" : Er7Printer.components(notice.reasonCode());
        return Er7Printer.segment(
                "ORC",
                status.getCode(),
                Er7Printer.ei(referral.placer()),
                own,
                "",
                status.getDisplay(),
                "",
                "",
                "",
                time(notice.changedAt()),
                "",
                "",
                "",
                "",
                "",
                "",
                reason);
    }

    private static String header(ReferralStatusNotice notice, String type) {
        return header(notice.envelope(), type, notice.carriage().noticed());
    }

    static String header(Envelope envelope, String type, boolean protectedContent) {
        List<String> fields = new ArrayList<>(List.of("MSH", ENCODING));
        fields.addAll(party(envelope.from()));
        fields.addAll(party(envelope.to()));
        fields.add(time(envelope.sentAt()));
        fields.add("");
        fields.add(type);
        fields.add(Er7Printer.components(envelope.controlId()));
        fields.addAll(List.of(envelope.test() ? "T" : "P", "2.5.1", "", "", "", "", "", "UNICODE UTF-8"));
        if (protectedContent) {
            while (fields.size() < RESTRICTED_TO - 2) {
                fields.add("");
            }
            fields.addAll(List.of(Er7Carriage.CONFIDENTIALITY, Er7Carriage.HANDLING));
        }
        return Er7Printer.segment(fields.toArray(String[]::new));
    }

    private static List<String> party(MllpSender party) {
        return List.of(Er7Printer.components(party.application()), Er7Printer.components(party.facility()));
    }

    private static String status(ReferralStatusNotice notice) {
        Referral referral = notice.referral();
        String status =
                Er7Printer.components(notice.status().name(), notice.status().display(), "HL70283");
        String own = Er7Printer.components(
                referral.taskId(), notice.envelope().from().application());
        return Er7Printer.segment(
                "RF1",
                status,
                "",
                "",
                "",
                "",
                Er7Printer.ei(referral.placer()),
                "",
                "",
                time(notice.changedAt()),
                "",
                own);
    }

    private static String provider(String role, String display, Partner partner) {
        String numbers = partner.identifiers().stream()
                .filter(identifier -> identifier.system().equals(CodeSystems.NPI))
                .map(identifier -> "~" + Er7Printer.components(identifier.value(), "NPI"))
                .collect(Collectors.joining());
        return Er7Printer.segment(
                "PRD",
                Er7Printer.components(role, display, "HL70286"),
                "",
                "",
                Er7Printer.components("", "", "", partner.name()),
                "",
                "",
                Er7Printer.components(partner.id(), "L") + numbers);
    }

    static String patient(Referral referral) {
        Patient patient = referral.patient();
        String identifiers = patient.getIdentifier().stream()
                .filter(identifier -> isOf(referral.requester(), identifier))
                .map(Er7Printer::cx)
                .collect(Collectors.joining("~"));
        String names = patient.getName().stream()
                .map(ReferralReply::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("~"));
        String birth = patient.hasBirthDate()
                ? patient.getBirthDateElement().getValueAsString().replace("-", "")
                : "";
        return Er7Printer.segment("PID", "1", "", identifiers, "", names, "", birth, gender(patient.getGender()));
    }

    /** Numbers from another partner's own systems were never the requester's to know. */
    private static boolean isOf(Partner requester, Identifier identifier) {
        String system = identifier.hasSystem() ? identifier.getSystem() : "";
        String own = ASSIGNERS + requester.id();
        boolean foreign = system.startsWith(ASSIGNERS) && !system.equals(own) && !system.startsWith(own + "/");
        return identifier.hasValue() && !foreign && !system.equals(CodeSystems.US_SSN);
    }

    private static String name(HumanName name) {
        List<StringType> given = name.getGiven();
        return Er7Printer.components(
                name.hasFamily() ? name.getFamily() : "",
                given.isEmpty() ? "" : given.get(0).getValueNotNull(),
                given.size() < 2 ? "" : given.get(1).getValueNotNull());
    }

    private static String gender(@Nullable AdministrativeGender gender) {
        if (gender == null) {
            return "";
        }
        return switch (gender) {
            case MALE -> "M";
            case FEMALE -> "F";
            case OTHER -> "O";
            case UNKNOWN, NULL -> "U";
        };
    }

    private static String notes(ReferralStatusNotice notice) {
        String reason = notice.reasonCode();
        int ordinal = Er7Carriage.count(notice.carriage()) + 1;
        return Er7Carriage.notes(notice.carriage())
                + (reason == null ? "" : note(ordinal, reason, "1R", "Primary Reason"));
    }

    private static String note(int ordinal, String text, String type, String display) {
        return Er7Printer.segment(
                "NTE",
                Integer.toString(ordinal),
                "",
                Er7Printer.components(text),
                Er7Printer.components(type, display, "HL70364"));
    }

    public static String time(OffsetDateTime time) {
        return TIME.format(time);
    }
}
