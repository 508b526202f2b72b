package org.warmhandoff.routes.court;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;

/** {@code report.xml}: our own schema with NIEM 4.0 names where NIEM has one. What is not known has no element. */
final class ReportXml {

    private static final String TR = Canonical.BASE + "/court/1.0";
    private static final String NC = "http://release.niem.gov/niem/niem-core/4.0/";
    private static final String J = "http://release.niem.gov/niem/domains/jxdm/6.1/";

    private final XMLStreamWriter xml;

    private ReportXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] render(CourtReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            // The JDK's own, whatever other library is on the class path: the bytes must not depend on it.
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new ReportXml(writer).report(report);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("report.xml could not be written", e);
        }
        return out.toByteArray();
    }

    private void report(CourtReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("tr", "TreatmentStatusReport", TR);
        xml.writeNamespace("tr", TR);
        xml.writeNamespace("nc", NC);
        xml.writeNamespace("j", J);
        document(report);
        courtCase(report.courtCase());
        participant(report.participant());
        content(report.content());
        authority(report.authority());
        line();
        text("tr", TR, "Part2Notice", report.notice());
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void document(CourtReport report) throws XMLStreamException {
        line();
        open("nc", NC, "DocumentIdentification");
        text("nc", NC, "IdentificationID", report.messageId().toString());
        xml.writeEndElement();
        line();
        text("nc", NC, "DocumentCategoryText", report.type().code());
        line();
        open("nc", NC, "DocumentPostDate");
        text("nc", NC, "DateTime", report.createdAt().toString());
        xml.writeEndElement();
        line();
        open("nc", NC, "Metadata");
        text("nc", NC, "SensitivityText", "sealed");
        xml.writeEndElement();
    }

    private void courtCase(ReportedCase courtCase) throws XMLStreamException {
        line();
        open("j", J, "CaseCourt");
        open("nc", NC, "OrganizationIdentification");
        text("nc", NC, "IdentificationID", courtCase.courtId());
        xml.writeEndElement();
        text("j", J, "CourtName", courtCase.courtName());
        xml.writeEndElement();
        line();
        open("nc", NC, "Case");
        text("nc", NC, "CaseDocketID", courtCase.docket());
        xml.writeEndElement();
    }

    private void participant(Participant participant) throws XMLStreamException {
        if (participant.courtId() == null && participant.birthDate() == null) {
            return;
        }
        line();
        open("tr", TR, "Participant");
        if (participant.courtId() != null) {
            text("tr", TR, "CourtParticipantID", participant.courtId());
        }
        if (participant.birthDate() != null) {
            open("nc", NC, "PersonBirthDate");
            text("nc", NC, "Date", participant.birthDate().toString());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void content(ReportContent content) throws XMLStreamException {
        if (content.outcome() != null) {
            empty("Referral", "outcome", content.outcome().code());
        }
        if (content.period() != null) {
            empty(
                    "ReportingPeriod",
                    "start",
                    content.period().start(),
                    "end",
                    content.period().end());
        }
        if (content.enrolledOn() != null) {
            empty("Enrolment", "status", "enrolled", "date", content.enrolledOn());
        }
        if (content.phase() != null) {
            line();
            text("tr", TR, "Phase", content.phase());
        }
        if (content.level() != null) {
            level(content.level());
        }
        if (content.attendance() != null) {
            attendance(content.attendance());
        }
        for (DrugTest test : content.drugTests()) {
            empty("DrugTest", "date", test.date(), "result", test.result().code(), "expected", test.expected());
        }
        conclusion(content.conclusion());
    }

    private void level(LevelOfCare level) throws XMLStreamException {
        line();
        open("tr", TR, "LevelOfCare");
        if (level.edition() != null) {
            xml.writeAttribute("edition", level.edition());
        }
        xml.writeCharacters(level.code());
        xml.writeEndElement();
    }

    private void attendance(AttendanceSummary attendance) throws XMLStreamException {
        empty(
                "Attendance",
                "scheduled",
                attendance.scheduled(),
                "attended",
                attendance.attended(),
                "late",
                attendance.late(),
                "excused",
                attendance.excused(),
                "unexcused",
                attendance.unexcused(),
                "hours",
                attendance.hours().toPlainString());
    }

    private void conclusion(Conclusion conclusion) throws XMLStreamException {
        Compliance compliance = conclusion.compliance();
        if (compliance != null) {
            line();
            open("tr", TR, "Compliance");
            xml.writeAttribute("rating", compliance.rating().code());
            for (Compliance.Reason reason : compliance.reasons()) {
                open("tr", TR, "Reason");
                xml.writeAttribute("code", reason.code());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        if (conclusion.recommendation() != null) {
            empty("Recommendation", "code", conclusion.recommendation().code());
        }
    }

    private void authority(DisclosureAuthority authority) throws XMLStreamException {
        empty(
                "DisclosureAuthority",
                "type",
                authority.kind().code(),
                "id",
                authority.id(),
                "expires",
                authority.expires());
    }

    /** An element of attributes only; those without a value are left out. */
    private void empty(String name, @Nullable Object... attributes) throws XMLStreamException {
        line();
        xml.writeEmptyElement("tr", name, TR);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                xml.writeAttribute(String.valueOf(attributes[i]), value.toString());
            }
        }
    }

    private void open(String prefix, String namespace, String name) throws XMLStreamException {
        xml.writeStartElement(prefix, name, namespace);
    }

    private void text(String prefix, String namespace, String name, String value) throws XMLStreamException {
        open(prefix, namespace, name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n ");
    }
}
