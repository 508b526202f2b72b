package org.warmhandoff.routes.court;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.warmhandoff.routes.notice.TextCarriage;

/**
 * {@code filing:FilingMessage} of OASIS LegalXML ECF 5.0 (core), its elements in the order of the schema: the report as
 * lead document, the notice of 42 CFR 2.32 connected to it, both in the message and sealed.
 */
final class EcfFilingXml {

    private static final String PROFILE = "urn:oasis:names:tc:legalxml-courtfiling:schema:xsd:WebServicesMessaging-5.0";
    private static final String SEAL = "File under seal: this record is protected by 42 CFR part 2.";
    private static final String LEAD = "Document1";
    private static final String METADATA = "Metadata1";

    private final EcfWriter xml;
    private final CourtReport report;

    private EcfFilingXml(EcfWriter xml, CourtReport report) {
        this.xml = xml;
        this.report = report;
    }

    static byte[] render(CourtReport report, String courtNumber, String location) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            EcfWriter xml = new EcfWriter(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"));
            xml.start("filing:FilingMessage");
            new EcfFilingXml(xml, report).message(courtNumber, location);
            xml.end();
            xml.finish();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the filing could not be written", e);
        }
        return out.toByteArray();
    }

    private void message(String courtNumber, String location) throws XMLStreamException {
        xml.open("nc:DocumentIdentification");
        xml.text("nc:IdentificationID", report.messageId().toString());
        xml.text("nc:IdentificationCategoryDescriptionText", "messageID");
        xml.text("nc:IdentificationSourceText", "FilingAssembly");
        xml.end();
        identified("ecf:SendingMDELocationID", location);
        xml.text("ecf:ServiceInteractionProfileCode", PROFILE);
        court(courtNumber);
        xml.open("nc:DocumentPostDate");
        xml.text("nc:DateTime", report.createdAt().toString());
        xml.end();
        byte[] notice = TextCarriage.file(report.carriage()).getBytes(StandardCharsets.UTF_8);
        document("filing:FilingConnectedDocument", 2, "Notice", "text/plain", notice);
        document("filing:FilingLeadDocument", 1, report.type().title(), "application/pdf", ReportPdf.render(report));
        courtCase(courtNumber);
    }

    private void court(String number) throws XMLStreamException {
        xml.open("j:CaseCourt");
        identified("nc:OrganizationIdentification", number);
        xml.text("j:CourtName", report.courtCase().courtName());
        xml.end();
    }

    private void document(String element, int sequence, String title, String format, byte[] content)
            throws XMLStreamException {
        boolean lead = sequence == 1;
        xml.open(element);
        xml.structure("id", lead ? LEAD : "Document" + sequence);
        xml.structure("metadata", METADATA);
        xml.text("nc:DocumentCategoryText", title);
        xml.open("nc:DocumentEffectiveDate");
        xml.text(
                "nc:Date",
                report.createdAt().atZone(ZoneOffset.UTC).toLocalDate().toString());
        xml.end();
        identified("nc:DocumentIdentification", report.messageId() + "-" + sequence);
        xml.text("nc:DocumentSequenceID", Integer.toString(sequence));
        xml.text("nc:DocumentTitleText", title);
        xml.open("ecf:DocumentAugmentation");
        rendition(title, format, content);
        xml.text("ecf:RedactionRequiredIndicator", "true");
        xml.text("ecf:RegisterActionDescriptionCode", title);
        xml.text("ecf:SpecialHandlingInstructionsText", SEAL);
        if (lead) {
            metadata();
        } else {
            belongsToLead();
        }
        xml.end();
        xml.end();
    }

    private void rendition(String title, String format, byte[] content) throws XMLStreamException {
        xml.open("ecf:DocumentRendition");
        xml.open("nc:DocumentIdentification");
        xml.end();
        xml.open("nc:Attachment");
        xml.text("nc:Base64BinaryObject", Base64.getEncoder().encodeToString(content));
        xml.text("nc:BinaryDescriptionText", title);
        xml.text("nc:BinaryFormatText", format);
        xml.text("nc:BinarySizeValue", Integer.toString(content.length));
        xml.end();
        xml.end();
    }

    private void metadata() throws XMLStreamException {
        xml.open("nc:Metadata");
        xml.structure("id", METADATA);
        xml.text("nc:SensitivityText", "sealed");
        xml.end();
    }

    private void belongsToLead() throws XMLStreamException {
        xml.open("nc:DocumentAssociation");
        xml.open("nc:PrimaryDocument");
        xml.structure("ref", LEAD);
        xml.nil();
        xml.end();
        xml.open("ecf:DocumentAssociationAugmentation");
        xml.text("ecf:DocumentRelatedCode", "parent");
        xml.end();
        xml.end();
    }

    /** The participant by the court's own number; no name, for the clerk has it. */
    private void courtCase(String number) throws XMLStreamException {
        xml.open("nc:Case");
        xml.open("j:CaseAugmentation");
        court(number);
        xml.end();
        xml.open("ecf:CaseAugmentation");
        String participant = report.participant().courtId();
        if (participant != null) {
            xml.open("ecf:CaseParty");
            xml.open("nc:EntityPerson");
            xml.open("ecf:PersonAugmentation");
            xml.text("ecf:CaseParticipantRoleCode", "Participant");
            identified("ecf:ParticipantID", participant);
            xml.end();
            xml.end();
            xml.end();
        }
        xml.text("j:CaseNumberText", report.courtCase().docket());
        xml.end();
        xml.end();
    }

    private void identified(String element, String id) throws XMLStreamException {
        xml.open(element);
        xml.text("nc:IdentificationID", id);
        xml.end();
    }
}
