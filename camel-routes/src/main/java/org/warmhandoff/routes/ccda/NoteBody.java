package org.warmhandoff.routes.ccda;

import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.profiles.BusinessStatus;

/**
 * The body of a Consultation Note: the notice first, then the status in words and as a code of HL7 table 0283, and the
 * sections that the template requires, empty: a notice of status tells nothing else of the patient.
 */
final class NoteBody {

    static final String LOINC = "2.16.840.1.113883.6.1";

    private static final String REFERRAL_STATUS = "2.16.840.1.113883.12.283";
    private static final String NOTHING = "A notice of status carries no such information.";

    private final ConsultationNote note;
    private final CdaOut out;

    NoteBody(ConsultationNote note, CdaOut out) {
        this.note = note;
        this.out = out;
    }

    void write() {
        out.open("component").open("structuredBody");
        CdaCarriage.section(out, note.carriage());
        reason();
        status();
        silent("1.3.6.1.4.1.19376.1.5.3.1.3.4", "", "10164-2", "History of present illness");
        silent(Templates.ROOT + "2.6.1", "2015-08-01", "48765-2", "Allergies and adverse reactions");
        silent(Templates.ROOT + "2.5.1", "2015-08-01", "11450-4", "Problem list");
        out.close().close();
    }

    private void reason() {
        open("1.3.6.1.4.1.19376.1.5.3.1.3.1", "2014-06-09", "42349-1", "Reason for referral", "Referral");
        paragraphs("Referral number " + note.referral().placer().getValue() + ", here "
                + note.referral().taskId() + ".");
        out.close().close();
    }

    private void status() {
        BusinessStatus.Rf1 status = note.status().rf1();
        open(Templates.ROOT + "2.9", "2014-06-09", "51847-2", "Assessment and plan", "Status of the referral");
        paragraphs(words(status).toArray(String[]::new));
        out.open("entry").open("observation", "classCode", "OBS", "moodCode", "EVN");
        out.empty("id", "root", note.id().toString(), "extension", "status");
        out.empty("code", "code", "ASSERTION", "codeSystem", "2.16.840.1.113883.5.4");
        out.empty("statusCode", "code", "completed");
        out.open(
                "value",
                "xsi:type",
                "CD",
                "code",
                status.name(),
                "codeSystem",
                REFERRAL_STATUS,
                "displayName",
                status.display());
        out.text("originalText", note.status().code());
        out.close().close().close();
        out.close().close();
    }

    private List<String> words(BusinessStatus.Rf1 status) {
        List<String> words = new ArrayList<>();
        words.add("Status: " + status.display() + " (" + note.status().code() + ").");
        if (note.reasonCode() != null) {
            words.add("Reason: " + note.reasonCode() + ".");
        }
        ConsultationNote.Course course = note.course();
        if (course != null && !course.admitted().isEmpty()) {
            words.add("Admitted: " + day(course.admitted()) + ".");
        }
        if (course != null && !course.discharged().isEmpty()) {
            words.add("Discharged: " + day(course.discharged()) + ".");
        }
        return words;
    }

    private static String day(String fhir) {
        return fhir.substring(0, Math.min(10, fhir.length()));
    }

    private void open(String template, String version, String code, String display, String title) {
        out.open("component").open("section");
        head(template, version, code, display, title);
    }

    private void silent(String template, String version, String code, String display) {
        out.open("component").open("section", "nullFlavor", "NI");
        head(template, version, code, display, display);
        paragraphs(NOTHING);
        out.close().close();
    }

    private void head(String template, String version, String code, String display, String title) {
        if (version.isEmpty()) {
            out.empty("templateId", "root", template);
        } else {
            out.empty("templateId", "root", template, "extension", version);
        }
        out.empty("code", "code", code, "codeSystem", LOINC, "displayName", display);
        out.text("title", title);
    }

    private void paragraphs(String... paragraphs) {
        out.open("text");
        for (String paragraph : paragraphs) {
            out.text("paragraph", paragraph);
        }
        out.close();
    }
}
